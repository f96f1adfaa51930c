using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Running;

/// <summary>What must not be in a committed notebook, and whether its outputs are what its code gives.</summary>
public static partial class NotebookCheck
{
    private const int LargestFile = 300 * 1024;

    /// <summary>What is wrong with the file as it stands; one line each, none when all is well.</summary>
    public static IReadOnlyList<string> OfFile(string path)
    {
        var text = NotebookText.Read(path);
        var notebook = NotebookReader.Parse(text, path);
        return [.. Form(text, notebook), .. notebook.Cells.SelectMany(OfCell)];
    }

    /// <summary>What is wrong with the file after a run of it: its failure, or where its outputs are not those of the run.</summary>
    public static IReadOnlyList<string> OfRun(NotebookRun run) =>
        run.Failure is { } failure ? [failure.ToString()] : NotebookComparison.Differences(NotebookReader.Read(run.Path), run.Notebook);

    private static IEnumerable<string> Form(string text, Notebook notebook)
    {
        if (Encoding.UTF8.GetByteCount(text) is var size and > LargestFile)
            yield return $"It has {size / 1024} kB, more than {LargestFile / 1024} kB.";
        if (NotebookForm.Difference(text, notebook) is { } difference)
            yield return $"It is not in canonical form ({difference}); 'pathwise notebook run --in-place' writes it so.";
        if (!JsonNode.DeepEquals((notebook.Metadata["kernelspec"] as JsonObject)?["name"], ".net-csharp"))
            yield return "Its kernelspec is not .net-csharp.";
        foreach (var twice in notebook.Cells.GroupBy(cell => cell.Id).Where(group => group.Count() > 1))
            yield return $"The cell id {twice.Key} occurs twice.";
    }

    private static IEnumerable<string> OfCell(Cell cell)
    {
        var texts = KernelTraces.Without(cell.Outputs).Select(output => NotebookWriter.OutputNode(output).ToJsonString()).Prepend(cell.Source).ToList();
        foreach (var text in texts)
        {
            if (AbsolutePath().Match(text) is { Success: true } path)
                yield return $"Cell {cell.Id} holds an absolute path: {path.Value}";
            if (RandomName().Match(text) is { Success: true } name)
                yield return $"Cell {cell.Id} holds a random name: {name.Value}";
        }

        // .NET Interactive waits forever on such a line.
        if (cell.Kind == CellKind.Code && CommentedReference().IsMatch(cell.Source))
            yield return $"Cell {cell.Id} has a comment after #r.";
        if (texts.Skip(1).Any(text => Timing().IsMatch(text)))
            yield return $"Cell {cell.Id} shows how long something took.";
    }

    [GeneratedRegex(@"(?<![\w.:/])/(?:home|work|tmp|root|Users|usr|var|mnt)/[\w./-]+|\b[A-Z]:\\\\?(?:Users|Windows)\b[\w.\\-]*")]
    private static partial Regex AbsolutePath();

    [GeneratedRegex(@"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")]
    private static partial Regex RandomName();

    [GeneratedRegex("""^\s*#r\s+"[^"]*"[ \t]*//""", RegexOptions.Multiline)]
    private static partial Regex CommentedReference();

    [GeneratedRegex(@"\b(?:elapsed|took|duration)\b[^""]{0,20}\d+(?:\.\d+)?\s?(?:ms|s|seconds|milliseconds)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Timing();
}
