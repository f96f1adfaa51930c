using System.Text.RegularExpressions;
using Pathwise.Auditing;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Running;

namespace Pathwise.Notebooks.Html;

/// <summary>The pages of a replication: an index, one page for each notebook, the scorecard. They need no network.</summary>
internal sealed partial class Site(string root, IReadOnlyList<(string Name, Notebook Notebook)> notebooks, Scorecard scorecard)
{
    private readonly Glossary? _glossary = Glossary.Beside(Path.Combine(root, "notebooks"));

    private Rail Rail => new(
    [
        .. notebooks.Select(each => (Uri.EscapeDataString(each.Name) + ".html", $"{Number().Match(each.Name).Value} {each.Notebook.Title ?? each.Name}".Trim())),
        ("scorecard.html", "Scorecard"),
        .. _glossary is null ? [] : new[] { (Glossary.Page, _glossary.Title) },
    ]);

    /// <summary>The folder of the data that were analysed.</summary>
    public required string Data { get; init; }

    /// <summary>Where the pages will lie in the end, from where links lead to the repository's other files.</summary>
    public required string Target { get; init; }

    /// <summary>Why notebooks ended before their last cell, by name.</summary>
    public IReadOnlyDictionary<string, NotebookFailure> Failures { get; init; } = new Dictionary<string, NotebookFailure>();

    /// <summary>Notebooks that did not run, since the data have nothing for them.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Writes all pages into a folder.</summary>
    public void Write(string folder)
    {
        var notice = DataNotice.Of(Path.Combine(Data, "raw"));
        var footer = Footer();
        var names = notebooks.Select(each => each.Name).ToHashSet();
        var links = new Links(Path.Combine(root, "notebooks"), Target, _glossary is null ? names : [.. names, Glossary.Name]);
        var opening = Opening.Of(notebooks, links.Of);
        var index = new Page(opening.Title, IndexPage.Body(opening, notebooks, scorecard, _glossary, FailureNotice.Of(Failures.Values, LeftOut))) { HasFigures = opening.HasFigures, Side = Rail.Of("index.html", []), Notice = notice, Footer = footer };
        Save(folder, "index", index);
        if (_glossary is not null)
            Save(folder, Glossary.Name, _glossary.ToPage(links.Of, headings => Rail.Of(Glossary.Page, headings), footer));
        Save(folder, "scorecard", new Page("Scorecard", ScorecardPage.Body(scorecard, names))
        {
            IsBroad = true, Side = Rail.Of("scorecard.html", []), Notice = notice, Footer = footer,
        });
        var pages = notebooks.Select((each, i) => (each.Name, Page: Page(each, links, Turn(i), Notice(each), footer))).ToList();
        pages.ForEach(each => Save(folder, each.Name, each.Page));
        SearchIndex.Write(folder, notebooks, _glossary, scorecard);
        if (index.HasFigures || pages.Exists(each => each.Page.HasFigures))
            PlotlyAsset.Write(Path.Combine(folder, Html.Page.Plotly));
    }

    private Page Page((string Name, Notebook Notebook) each, Links links, string turn, string notice, string footer) =>
        new NotebookPage(each.Notebook, each.Name, links.Of) { Scorecard = "scorecard.html" }.ToPage(
            headings => Rail.Of(Uri.EscapeDataString(each.Name) + ".html", headings, $"notebooks/{Uri.EscapeDataString(each.Name)}.ipynb"), notice, turn, footer);

    private string Notice((string Name, Notebook Notebook) each) =>
        DataNotice.Of(each.Notebook, Data) + (Failures.TryGetValue(each.Name, out var failure) ? FailureNotice.Of(failure) : "");

    private string Turn(int index)
    {
        var before = index > 0 ? Link("←&nbsp;", index - 1, "") : "<span></span>";
        var after = index + 1 < notebooks.Count ? Link("", index + 1, "&nbsp;→") : "<a href=\"scorecard.html\">Scorecard&nbsp;→</a>";
        return $"<nav class=\"turn\">{before}{after}</nav>";
    }

    private string Link(string before, int index, string after) =>
        $"<a href=\"{Uri.EscapeDataString(notebooks[index].Name)}.html\">{before}{HtmlText.Escape(notebooks[index].Notebook.Title ?? notebooks[index].Name)}{after}</a>";

    private string Footer()
    {
        var facts = SessionInformation.Of(root).Select(fact => (fact.Name, Html: Folded(HtmlText.Escape(fact.Value)))).Append((Name: "Seeds", Html: Seeds()));
        return $"<dl>{string.Concat(facts.Where(fact => fact.Html.Length > 0).Select(fact => $"<dt>{fact.Name}</dt><dd>{fact.Html}</dd>"))}</dl>";
    }

    // A long list stands below its length.
    private static string Folded(string list) =>
        list.Count(c => c == ',') is var commas and > 8 ? $"<details><summary>{commas + 1}, in their versions</summary>{list}</details>" : list;

    // Notebook by notebook, each seed where it is used.
    private string Seeds() => string.Join("; ",
        from each in notebooks
        let links = (from cell in each.Notebook.Cells
                     where cell.Kind == CellKind.Code
                     from Match seed in Seed().Matches(cell.Source)
                     select $"<a href=\"{Uri.EscapeDataString(each.Name)}.html#{Uri.EscapeDataString(cell.Id)}\">{seed.Groups["value"].Value}</a>").ToList()
        where links.Count > 0
        select $"{HtmlText.Escape(each.Name)}: {string.Join(", ", links)}");

    private static void Save(string folder, string name, Page page) => File.WriteAllText(Path.Combine(folder, name + ".html"), page.ToHtml());

    [GeneratedRegex(@"^\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\bseed\w*\s*[:=]\s*(?<value>\d[\d_]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Seed();
}
