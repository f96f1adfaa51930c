using System.Runtime.InteropServices;
using System.Threading.Channels;
using Pathwise.Notebooks.Execution;

namespace Pathwise.Notebooks.Running;

/// <summary>The inside of a notebook's process: reads cells from standard input, runs them, answers on standard output.</summary>
public static class Worker
{
    /// <summary>Serves until standard input ends; then ends the process, whatever a cell may still be doing.</summary>
    public static async Task RunAsync()
    {
        var requests = Channel.CreateUnbounded<WorkerRequest>();
        var input = new StreamReader(Console.OpenStandardInput());
        var answers = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" });
        // Whoever presses Ctrl+C means the engine; it ends its workers itself.
        using var ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
        // A cell that reads the console must not swallow the next cell, nor print into the answers.
        Console.SetIn(new RefusingReader());
        Console.SetOut(TextWriter.Null);
        _ = Task.Run(() => ReadAsync(input, requests.Writer));
        await ServeAsync(requests.Reader, answers).ConfigureAwait(false);
    }

    private static async Task ReadAsync(StreamReader input, ChannelWriter<WorkerRequest> requests)
    {
        while (await input.ReadLineAsync().ConfigureAwait(false) is { } line)
            await requests.WriteAsync(WorkerRequest.Parse(line)).ConfigureAwait(false);
        Environment.Exit(0);
    }

    private static async Task ServeAsync(ChannelReader<WorkerRequest> requests, TextWriter answers)
    {
        var channel = new OutputChannel(
            output => answers.WriteLine(WorkerAnswer.Shows(output).ToLine()),
            (id, output) => answers.WriteLine(WorkerAnswer.Replacing(id, output).ToLine()));
        Session? session = null;
        await foreach (var request in requests.ReadAllAsync().ConfigureAwait(false))
        {
            if (session is null)
                Directory.SetCurrentDirectory(request.Folder);
            session ??= await StartAsync(request, channel).ConfigureAwait(false);
            if (request.CellId.Length > 0)
                await AnswerAsync(session, request, answers).ConfigureAwait(false);
        }
    }

    private static async Task AnswerAsync(Session session, WorkerRequest request, TextWriter answers)
    {
        var failure = await session.RunAsync(request.CellId, request.Source).ConfigureAwait(false);
        await answers.WriteLineAsync(WorkerAnswer.Ends(failure).ToLine()).ConfigureAwait(false);
    }

    private static async Task<Session> StartAsync(WorkerRequest request, OutputChannel channel)
    {
        await WarmUp.RunAsync(request.Folder).ConfigureAwait(false);
        return new Session(request.Folder, request.Name, channel);
    }
}
