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

    private readonly string _folder;
    private readonly string _name;
    private readonly OutputChannel _channel;
    private readonly ScriptOptions _options;
    private ScriptState<object?>? _state;
    private int _count;

    /// <summary>A session for the notebook of the given file name in the given folder, which shows on the channel.</summary>
    public Session(string folder, string name, OutputChannel channel)
    {
        RoutedWriter.Install();
        _folder = folder;
        _name = name;
        _channel = channel;
        _options = ScriptOptions.Default
            .WithReferences(ScriptReferences.All).WithImports(Imports)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithEmitDebugInformation(true).WithFileEncoding(Encoding.UTF8);
    }

    /// <summary>Runs a cell and shows what it shows, the value of its last expression and its error; says why it failed, or null.</summary>
    public async Task<CellFailure?> RunAsync(string cellId, string source, CancellationToken cancellation = default)
    {
        var file = $"{_name}#{cellId}";
        _count++;
        OutputChannel.Current = _channel;
        var failure = await AttemptAsync(CellCode.Of(source), file, cancellation).ConfigureAwait(false);
        if (failure is not null)
            _channel.Show(failure.Output);
        _channel.Flush();
        return failure;
    }

    private async Task<CellFailure?> AttemptAsync(CellCode code, string file, CancellationToken cancellation)
    {
        if (code.Failure is { } early)
            return early;
        var script = Continue(code.Text, file);
        var errors = script.Compile(cancellation).Where(CellFailure.IsError).ToList();
        if (errors.Count > 0)
            return CellFailure.Of(errors, file);

        var state = _state is null
            ? await script.RunAsync(catchException: static _ => true, cancellationToken: cancellation).ConfigureAwait(false)
            : await script.RunFromAsync(_state, static _ => true, cancellation).ConfigureAwait(false);
        _state = state;
        return state.Exception is { } thrown ? CellFailure.Of(thrown, file, _folder) : ShowValue(script, state, file);
    }

    private Script<object?> Continue(string text, string file)
    {
        if (_state is null)
            return CSharpScript.Create<object?>(text, _options.WithFilePath(file));
        // References and imports are inherited; repeating them would make every cell slower than the one before.
        return _state.Script.ContinueWith<object?>(text, _options.WithFilePath(file).WithReferences(Enumerable.Empty<MetadataReference>()).WithImports());
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
