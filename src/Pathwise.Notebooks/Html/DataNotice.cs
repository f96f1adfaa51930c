using Pathwise.Notebooks.Documents;
using Pathwise.Surveys;

namespace Pathwise.Notebooks.Html;

/// <summary>What a reader must know about the data before reading a number: the codebooks say it themselves, all of a page in one box.</summary>
internal static class DataNotice
{
    /// <summary>What each codebook of a folder says about its data; empty when there is none.</summary>
    public static string Of(string folder) => Box([.. Named(folder, _ => true)]);

    /// <summary>
    /// The same for the answers that a notebook names in its code, in a folder of data: those of <c>raw</c>, or where it reads none of them those of
    /// <c>examples</c>. Empty for a notebook that reads other folders alone, as that of printed statistics; who names no folder reads the answers.
    /// </summary>
    public static string Of(Notebook notebook, string data)
    {
        var code = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Source).ToList();
        List<Codebook> Read(string folder) => [.. Named(Path.Combine(data, folder), name => code.Exists(source => source.Contains($"/{folder}/{name}.", StringComparison.Ordinal)))];
        return Read("raw") is { Count: > 0 } raw ? Box(raw)
            : Read("examples") is { Count: > 0 } examples ? Box(examples)
            : NamesAFolder(code, data) ? ""
            : Of(Path.Combine(data, "raw"));
    }

    private static bool NamesAFolder(List<string> code, string data) => Directory.Exists(data)
        && Directory.EnumerateDirectories(data).Any(folder => code.Exists(source => source.Contains($"/{Path.GetFileName(folder)}", StringComparison.Ordinal)));

    private static IEnumerable<Codebook> Named(string folder, Func<string, bool> isWanted) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*" + Codebook.Ending).Order(StringComparer.Ordinal).Where(path => isWanted(Path.GetFileName(path)[..^Codebook.Ending.Length])).Select(Codebook.Read)
            : [];

    private static string Box(List<Codebook> codebooks)
    {
        var head = string.Join("<br>", codebooks.Select(each => $"<strong>{HtmlText.Escape(each.Title)}.</strong> {HtmlText.Escape(each.Opening)}"));
        var more = string.Concat(codebooks.Select(More).Where(text => text.Length > 0).Select(text => $"<p>{HtmlText.Escape(text)}</p>"));
        return codebooks.Count == 0 ? ""
            : more.Length == 0 ? $"<div class=\"notice\">{head}</div>\n"
            : $"<details class=\"notice\"><summary>{head}</summary>{more}</details>\n";
    }

    private static string More(Codebook codebook) => codebook.About.ReplaceLineEndings(" ").Trim()[codebook.Opening.Length..].Trim();
}
