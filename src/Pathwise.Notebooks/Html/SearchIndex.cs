using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pathwise.Auditing;
using Pathwise.Notebooks.Documents;
using Pathwise.Tables;

namespace Pathwise.Notebooks.Html;

/// <summary>What can be found in the pages, as a script that lies beside them: a page opened from a disk can read no other kind of file.</summary>
internal static partial class SearchIndex
{
    /// <summary>Its place beside the pages.</summary>
    public const string Address = "assets/search.js";

    // Of a long table or listing the beginning says what it is.
    private const int Longest = 1500;

    private static readonly JsonSerializerOptions Layout = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>Writes the index into a folder of pages.</summary>
    public static void Write(string folder, IEnumerable<(string Name, Notebook Notebook)> notebooks, Glossary? glossary, Scorecard scorecard) =>
        OutputFile.Write(Path.Combine(folder, Address), writer => writer.Write(Of(notebooks, glossary, scorecard)), makesFolder: true);

    /// <summary>The script: for each page its title, and for each place in it an anchor, a name and the text to look in.</summary>
    public static string Of(IEnumerable<(string Name, Notebook Notebook)> notebooks, Glossary? glossary, Scorecard scorecard)
    {
        var pages = notebooks.Select(each => PageOf(each.Name + ".html", each.Notebook.Title ?? each.Name, Places(each.Notebook)))
            .Append(PageOf("scorecard.html", "Scorecard", scorecard.Values.Select(Place)));
        if (glossary is not null)
            pages = pages.Append(PageOf(Glossary.Page, glossary.Title, glossary.Terms.Select(term => new[] { term.Slug, term.Name, Words(term.Text) })));
        return $"self.pathwisePages = {JsonSerializer.Serialize(pages, Layout)};\n";
    }

    private static Dictionary<string, object> PageOf(string page, string title, IEnumerable<string[]> places) =>
        new() { ["page"] = page, ["title"] = title, ["places"] = places.ToArray() };

    private static string[] Place(ScorecardValue value) =>
        [value.Statistic.Id, value.Statistic.What, $"{value.Statistic.Id} {value.Statistic.Place} {value.Statistic.Printed} {value.Recomputed} {value.Why}".Trim()];

    private static IEnumerable<string[]> Places(Notebook notebook)
    {
        var heading = notebook.Title ?? "";
        foreach (var cell in notebook.Cells)
        {
            if (cell.Kind == CellKind.Markdown && Heading().Match(cell.Source) is { Success: true } found)
                heading = Words(found.Groups["text"].Value);
            yield return [cell.Id, heading, Cut(Words(cell.Kind == CellKind.Code ? $"{string.Join(' ', cell.Outputs.Select(Text))} {cell.Source}" : cell.Source))];
        }
    }

    private static string Text(Output output) => output switch
    {
        StreamOutput stream => Cut(stream.Text),
        DataOutput data => Cut(data.Data.Text("text/plain") ?? Words(Tag().Replace(data.Data.Text("text/html") ?? "", " "))),
        _ => "",
    };

    // Without the marks of Markdown and of tables.
    private static string Words(string text) => Blanks().Replace(Marks().Replace(Link().Replace(text, "$1"), " "), " ").Trim();

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];

    [GeneratedRegex(@"^#{1,4}\s+(?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[*`#|─═]+|</?(?:details|summary)>")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
