using System.Diagnostics;
using System.Text;

namespace Pathwise.Notebooks.Running;

/// <summary>The process that runs one notebook, seen from outside. It starts and warms up as soon as this is made.</summary>
internal sealed class WorkerProcess : IDisposable
{
    // Enough of standard error to see what killed the process.
    private const int Kept = 2000;

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly string _folder;
    private readonly string _name;

    public WorkerProcess(WorkerCommand command, string folder, string name)
    {
        (_folder, _name) = (folder, name);
        _process = new Process { StartInfo = command.StartInfo() };
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        Send("", "");
    }

    /// <summary>Runs a cell; null when the process ended before the cell did.</summary>
    public async Task<WorkerAnswer?> RunAsync(string cellId, string source, Action<WorkerAnswer> show, CancellationToken cancellation)
    {
        Send(cellId, source);
        while (await _process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            if (WorkerAnswer.Parse(line) is not { } answer)
                continue;
            if (answer.IsDone)
                return answer;
            show(answer);
        }

        return null;
    }

    /// <summary>How the process ended, for a person.</summary>
    public async Task<string> EndingAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        lock (_errors)
        {
            if (_errors.ToString().Contains("Stack overflow", StringComparison.Ordinal))
                return "the notebook's process ended: stack overflow";
            var last = _errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
            return $"the notebook's process ended with exit code {_process.ExitCode}" + (last is null ? "" : $": {last.Trim()}");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Send(string cellId, string source)
    {
        try
        {
            _process.StandardInput.WriteLine(new WorkerRequest(_folder, _name, cellId, source).ToLine());
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // The process has ended; reading its answers shows that.
        }
    }

    private void Keep(string? line)
    {
        lock (_errors)
        {
            if (line is not null && _errors.Length < Kept)
                _errors.AppendLine(line);
        }
    }
}
