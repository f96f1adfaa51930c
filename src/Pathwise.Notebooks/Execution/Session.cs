using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Execution;

/// <summary>
/// A running notebook: cells compiled one after another, each seeing the variables of those before. Relative paths in
/// <c>#r</c> and <c>#load</c> start at the notebook's folder. A cell that does not compile changes nothing.
/// </summary>
internal sealed class Session
{
    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(NotebookDisplay).FullName!,
    ];

    // The name of code that is looked at and not run.
    private const string Unnamed = "cell";

    private static readonly CellFailure Stopped = new("Interrupted", "The cell was interrupted.", null, ["The cell was interrupted."]);

    private static readonly CellFailure Left = new("Interrupted",
        "The cell was interrupted. Code that it called cannot be stopped and may go on in the background; restarting the kernel ends it.", null,
        ["The cell was interrupted and left behind."]);

    private readonly string _folder;
    private readonly string _name;
    private readonly ScriptOptions _options;
    private readonly SessionPackages _packages;
    private ScriptState<object?>? _state;
    private OutputChannel _channel;
    private int _count;

    /// <summary>A session for the notebook of the given file name in the given folder, which shows on the channel.</summary>
    public Session(string folder, string name, OutputChannel channel)
    {
        RoutedWriter.Install();
        _folder = folder;
        _name = name;
        _channel = channel;
        _packages = new(folder);
        _options = ScriptOptions.Default
            .WithReferences(ScriptReferences.All).WithImports(Imports)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithEmitDebugInformation(true).WithFileEncoding(Encoding.UTF8);
    }

    /// <summary>
    /// Runs a cell and shows what it shows, the value of its last expression and its error; says why it failed, or null. With
    /// an interruption, the cell can be stopped while it runs.
    /// </summary>
    public async Task<CellFailure?> RunAsync(string cellId, string source, Interruption? interruption = null)
    {
        var file = $"{_name}#{cellId}";
        _count++;
        OutputChannel.Current = _channel;
        var failure = interruption is null
            ? await AttemptAsync(CellCode.Of(source), file, null).ConfigureAwait(false)
            : await interruption.RunAsync(() => AttemptAsync(CellCode.Of(source), file, interruption), Left).ConfigureAwait(false);
        if (interruption is { IsLeft: true })
            _channel = _channel.Succeed();
        if (failure is not null)
            _channel.Show(failure.Output);
        Flush();
        return failure;
    }

    /// <summary>Hands on the text that the running cell has printed so far.</summary>
    public void Flush() => _channel.Flush();

    /// <summary>The same, unless a cell is printing at this moment.</summary>
    public void TryFlush() => _channel.TryFlush();

    /// <summary>Shows an exception that a cell's code let through on a thread of its own.</summary>
    public void ShowUnhandled(Exception failure)
    {
        var trace = string.Join('\n', CellFailure.Of(failure, _name, _folder).Trace);
        _channel.Write("stderr", $"Nobody caught an exception on a thread that a cell started; the session goes on.\n{trace}\n");
        _channel.TryFlush();
    }

    /// <summary>What can stand at a place of a cell that has not run yet; places are counted in characters from 0.</summary>
    public (int Start, int End, IReadOnlyList<string> Matches) Complete(string source, int position) =>
        CodeCompletion.At(Aside(source), Unnamed, source, Math.Clamp(position, 0, source.Length));

    /// <summary>What stands at a place of a cell that has not run yet, or null.</summary>
    public string? Inspect(string source, int position) => CodeInspection.At(Aside(source), Unnamed, Math.Clamp(position, 0, source.Length));

    private Compilation Aside(string source) => Continue(CellCode.Of(source).Text, Unnamed, []).GetCompilation();

    private async Task<CellFailure?> AttemptAsync(CellCode code, string file, Interruption? interruption)
    {
        if (code.Failure is { } early)
            return early;
        var (references, missing) = _packages.Add(code.Packages);
        if (missing is not null)
            return missing;
        var script = Continue(code.Text, file, references);
        var stoppable = interruption is null ? code.Text : LoopChecks.InsertInto(code.Text);
        // Compiling loads code that stays for good; what is not run is looked at only.
        var errors = (stoppable == code.Text ? script.Compile() : script.GetCompilation().GetDiagnostics()).Where(CellFailure.IsError).ToList();
        if (errors.Count > 0)
            return CellFailure.Of(errors, file);
        if (stoppable != code.Text)
            script = Continue(stoppable, file, references);

        var state = _state is null
            ? await script.RunAsync(catchException: static _ => true).ConfigureAwait(false)
            : await script.RunFromAsync(_state, static _ => true).ConfigureAwait(false);
        if (interruption is { IsLeft: true })
            return null;
        _state = state;
        _packages.Keep();
        if (interruption is { IsWished: true } && state.Exception is OperationCanceledException or ThreadInterruptedException)
            return Stopped;
        return state.Exception is { } thrown ? CellFailure.Of(thrown, file, _folder) : ShowValue(script, state, file);
    }

    private Script<object?> Continue(string text, string file, IReadOnlyList<MetadataReference> references)
    {
        if (_state is null)
            return CSharpScript.Create<object?>(text, _options.WithFilePath(file).AddReferences(references));
        // References and imports are inherited; repeating them would make every cell slower than the one before.
        return _state.Script.ContinueWith<object?>(text, _options.WithFilePath(file).WithReferences(references).WithImports());
    }

    // A formatter is the notebook's code as well: what it throws is the cell's error.
    private CellFailure? ShowValue(Script script, ScriptState<object?> state, string file)
    {
        if (state.ReturnValue is DisplayedValue || !TrailingValue.IsIn(script.GetCompilation(), file))
            return null;
        try
        {
            _channel.Show(new DataOutput(ValueFormatter.Format(state.ReturnValue, [])) { ExecutionCount = _count });
            return null;
        }
#pragma warning disable CA1031 // any exception of a formatter is the cell's
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return CellFailure.Of(failure, file, _folder);
        }
    }
}
