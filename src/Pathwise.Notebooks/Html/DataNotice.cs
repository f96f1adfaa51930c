using Pathwise.Notebooks.Documents;
using Pathwise.Surveys;

namespace Pathwise.Notebooks.Html;

/// <summary>What a reader must know about the data before reading a number: the codebooks say it themselves.</summary>
internal static class DataNotice
{
    /// <summary>One box with what each codebook of a folder says about its data; empty when there is none.</summary>
    public static string Of(string folder) =>
        Directory.Exists(folder)
            ? string.Concat(Directory.EnumerateFiles(folder, "*" + Codebook.Ending).Order(StringComparer.Ordinal).Select(path => Box(Codebook.Read(path))))
            : "";

    /// <summary>
    /// The same for what a notebook reads from a folder of data: of its examples where it reads nothing else, else of the answers
    /// behind everything.
    /// </summary>
    public static string Of(Notebook notebook, string data)
    {
        var code = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Source).ToList();
        var isOfExamples = code.Exists(source => source.Contains("/examples/", StringComparison.Ordinal))
            && !code.Exists(source => source.Contains("/raw", StringComparison.Ordinal) || source.Contains("/published", StringComparison.Ordinal));
        return Of(Path.Combine(data, isOfExamples ? "examples" : "raw"));
    }

    private static string Box(Codebook codebook)
    {
        var opening = codebook.Opening;
        var more = codebook.About.ReplaceLineEndings(" ").Trim()[opening.Length..].Trim();
        var head = $"<strong>{HtmlText.Escape(codebook.Title)}.</strong> {HtmlText.Escape(opening)}";
        return more.Length == 0
            ? $"<div class=\"notice\">{head}</div>\n"
            : $"<details class=\"notice\"><summary>{head}</summary><p>{HtmlText.Escape(more)}</p></details>\n";
    }
}
