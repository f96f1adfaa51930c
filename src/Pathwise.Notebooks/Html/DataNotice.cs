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
        var (opening, more) = Split(codebook.About.ReplaceLineEndings(" ").Trim());
        var head = $"<strong>{HtmlText.Escape(codebook.Title)}.</strong> {HtmlText.Escape(opening)}";
        return more.Length == 0
            ? $"<div class=\"notice\">{head}</div>\n"
            : $"<details class=\"notice\"><summary>{head}</summary><p>{HtmlText.Escape(more)}</p></details>\n";
    }

    // What matters most stands in the first two sentences.
    private static (string Opening, string More) Split(string text)
    {
        var end = -1;
        for (var sentence = 0; sentence < 2; sentence++)
        {
            var next = text.IndexOf(". ", end + 1, StringComparison.Ordinal);
            if (next < 0)
                return (text, "");
            end = next;
        }

        return (text[..(end + 1)], text[(end + 2)..]);
    }
}
