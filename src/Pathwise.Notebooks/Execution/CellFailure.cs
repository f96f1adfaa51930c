using Microsoft.CodeAnalysis;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Execution;

/// <summary>Why a cell failed: the exception's type and message, the line of the cell (from 1) and the cell's own part of the trace.</summary>
internal sealed record CellFailure(string Name, string Message, int? Line, IReadOnlyList<string> Trace)
{
    public ErrorOutput Output => new(Name, Message, Trace);

    public static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    /// <summary>A mistake that shows before the code is compiled.</summary>
    public static CellFailure At(int line, string message) => new("Error", message, line, []);

    /// <summary>The compiler's errors; a line is given where the first one lies in the cell itself.</summary>
    public static CellFailure Of(IEnumerable<Diagnostic> errors, string file)
    {
        var lines = errors.Select(error => (error.Location.GetMappedLineSpan(), Text: error.ToString())).ToList();
        var own = lines.FirstOrDefault(each => each.Item1.Path == file);
        var message = own.Text ?? lines[0].Text;
        int? line = own.Text is null ? null : own.Item1.StartLinePosition.Line + 1;
        return new("CompilationError", message.Replace(file, "", StringComparison.Ordinal), line,
            [.. lines.Select(each => each.Text.Replace(file, "", StringComparison.Ordinal))]);
    }

    /// <summary>An exception that the cell's code let through.</summary>
    public static CellFailure Of(Exception failure, string file, string folder)
    {
        var trace = OwnTrace(failure, folder);
        var marker = file + ":line ";
        var frame = trace.FirstOrDefault(each => each.Contains(marker, StringComparison.Ordinal));
        int? line = frame is not null && int.TryParse(frame[(frame.IndexOf(marker, StringComparison.Ordinal) + marker.Length)..], out var number)
            ? number
            : null;
        return new(failure.GetType().FullName!, failure.Message.ReplaceLineEndings("\n"), line, trace);
    }

    // Below the first frame of the scripting library lies the engine, which says nothing about the notebook; and where the
    // notebook lies on this machine says nothing to another reader.
    private static List<string> OwnTrace(Exception failure, string folder) =>
    [
        .. failure.ToString().ReplaceLineEndings("\n").Split('\n')
            .TakeWhile(line => !line.Contains("   at Microsoft.CodeAnalysis.Scripting.", StringComparison.Ordinal))
            .Where(line => !line.StartsWith("--- End of stack trace", StringComparison.Ordinal))
            .Select(line => line.Replace($" in {folder}{Path.DirectorySeparatorChar}", " in ", StringComparison.Ordinal)),
    ];
}
