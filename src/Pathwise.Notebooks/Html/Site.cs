using System.Text.RegularExpressions;
using Pathwise.Auditing;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Html;

/// <summary>The pages of a replication: an index, one page for each notebook, the scorecard. They need no network.</summary>
internal sealed partial class Site(string root, IReadOnlyList<(string Name, Notebook Notebook)> notebooks, Scorecard scorecard)
{
    private const string Home = "<a class=\"home\" href=\"index.html\">All notebooks</a>";

    /// <summary>The folder of the data that were analysed.</summary>
    public required string Data { get; init; }

    /// <summary>Where the pages will lie in the end, from where links lead to the repository's other files.</summary>
    public required string Target { get; init; }

    /// <summary>Writes all pages into a folder.</summary>
    public void Write(string folder)
    {
        var notice = DataNotice.Of(Path.Combine(Data, "raw"));
        var footer = Footer();
        var names = notebooks.Select(each => each.Name).ToHashSet();
        Save(folder, "index", new Page("Replication", IndexPage.Body("Replication", notebooks, scorecard)) { Notice = notice, Footer = footer });
        Save(folder, "scorecard", new Page("Scorecard", ScorecardPage.Body(scorecard, names))
        {
            IsBroad = true, Side = $"<nav class=\"side\">{Home}</nav>", Notice = notice, Footer = footer,
        });
        var pages = notebooks.Select((each, i) => (each.Name, Page: Page(each, Turn(i), notice, footer))).ToList();
        pages.ForEach(each => Save(folder, each.Name, each.Page));
        if (pages.Exists(each => each.Page.HasFigures))
            PlotlyAsset.Write(Path.Combine(folder, Html.Page.Plotly));
    }

    private Page Page((string Name, Notebook Notebook) each, string turn, string notice, string footer) =>
        new NotebookPage(each.Notebook, Address).ToPage(each.Name, Home, notice, turn, footer);

    private string Turn(int index)
    {
        var before = index > 0 ? Link("←&nbsp;", index - 1, "") : "<span></span>";
        var after = index + 1 < notebooks.Count ? Link("", index + 1, "&nbsp;→") : "<a href=\"scorecard.html\">Scorecard&nbsp;→</a>";
        return $"<nav class=\"turn\">{before}{after}</nav>";
    }

    private string Link(string before, int index, string after) =>
        $"<a href=\"{Uri.EscapeDataString(notebooks[index].Name)}.html\">{before}{HtmlText.Escape(notebooks[index].Notebook.Title ?? notebooks[index].Name)}{after}</a>";

    // A notebook's page lies beside this one; any other file of the repository lies where it is.
    private string Address(string link)
    {
        if (link.Length == 0 || link[0] == '#')
            return link;
        if (Scheme().Match(link) is { Success: true } scheme)
            return scheme.Value.ToLowerInvariant() is "http:" or "https:" or "mailto:" ? link : "";
        var page = Notebook().Match(link);
        if (page.Success && notebooks.Any(each => each.Name == page.Groups["name"].Value))
            return page.Groups["name"].Value + ".html" + page.Groups["anchor"].Value;
        return Path.GetRelativePath(Target, Path.Combine(root, "notebooks", link)).Replace('\\', '/');
    }

    private string Footer()
    {
        var facts = SessionInformation.Of(root).Select(fact => (fact.Name, Html: HtmlText.Escape(fact.Value))).Append((Name: "Seeds", Html: Seeds()));
        return $"<dl>{string.Concat(facts.Where(fact => fact.Html.Length > 0).Select(fact => $"<dt>{fact.Name}</dt><dd>{fact.Html}</dd>"))}</dl>";
    }

    private string Seeds() => string.Join(", ",
        from each in notebooks
        from cell in each.Notebook.Cells
        where cell.Kind == CellKind.Code
        from Match seed in Seed().Matches(cell.Source)
        select $"<a href=\"{Uri.EscapeDataString(each.Name)}.html#{Uri.EscapeDataString(cell.Id)}\">{seed.Groups["value"].Value} ({HtmlText.Escape(each.Name)})</a>");

    private static void Save(string folder, string name, Page page) => File.WriteAllText(Path.Combine(folder, name + ".html"), page.ToHtml());

    [GeneratedRegex(@"^(?:\./)?(?<name>[^/#]+)\.ipynb(?<anchor>#.*)?$")]
    private static partial Regex Notebook();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\bseed\w*\s*[:=]\s*(?<value>\d[\d_]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Seed();
}
