using System.Text.RegularExpressions;
using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Json;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Pathwise.Notebooks.Replication;
using Pathwise.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

/// <summary>The pages of the study as they are committed: every way through them leads somewhere.</summary>
[Trait("pace", "slow")]
public sealed partial class SiteTests : IDisposable
{
    private static readonly Study Study = new(Repository.Root);

    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-site-").FullName;
    private readonly Scorecard _scorecard;
    private readonly Dictionary<string, string> _pages;

    public SiteTests()
    {
        var runs = Study.Notebooks.Select(path => new NotebookRun(path, NotebookReader.Read(path), null, TimeSpan.Zero)).ToList();
        _scorecard = Scorecard.Of(PublishedStatistics.Read(Path.Combine(Study.Data, "published")), runs.SelectMany(CheckCollection.Of));
        new Site(Study.Root, [.. runs.Select(run => (run.Name, run.Notebook))], _scorecard) { Data = Study.Data, Target = Study.DefaultOutput }.Write(_folder);
        File.WriteAllText(Path.Combine(_folder, "scorecard.json"), ScorecardJson.Text(_scorecard));
        _pages = Directory.EnumerateFiles(_folder, "*.html").ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Links_OfEveryPage_LeadToAPlaceThatExists()
    {
        var broken = from page in _pages
                     from Match link in Link().Matches(page.Value)
                     let address = Uri.UnescapeDataString(link.Groups["to"].Value)
                     where !address.StartsWith("http", StringComparison.Ordinal) && !address.StartsWith("data:text/csv", StringComparison.Ordinal) && !Exists(page.Key, address)
                     select $"{page.Key}: {address}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Scorecard_EveryRecomputedNumber_IsALinkToTheCellThatComputesIt()
    {
        foreach (var value in _scorecard.Values.Where(value => value.Recomputed is not null))
        {
            var row = Regex.Match(_pages["scorecard.html"], $"<tr id=\"{Regex.Escape(value.Statistic.Id)}\">.*?</tr>", RegexOptions.Singleline).Value;
            Assert.Contains($"data-name=\"published\"><a href=\"{value.Notebook}.html#{value.Anchor}\">{HtmlText.Escape(value.Statistic.Printed)}</a>", row, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ChecksOfEveryNotebook_EachValue_LeadsToItsLineOfTheScorecard()
    {
        foreach (var value in _scorecard.Values.Where(value => value.Anchor is not null))
            Assert.Contains($"<a href=\"scorecard.html#{Uri.EscapeDataString(value.Statistic.Id)}\">", _pages[value.Notebook + ".html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("scorecard.html")]
    public void Page_BeginsWithTheConclusionAndCitesBothSources(string page)
    {
        // Before any count of verdicts; on the first page below the study's title, finding and figure.
        var conclusion = _pages[page].IndexOf($"<p class=\"conclusion\">{HtmlText.Escape(_scorecard.Conclusion)}</p>", StringComparison.Ordinal);
        Assert.InRange(conclusion, _pages[page].IndexOf("</h1>", StringComparison.Ordinal), _pages[page].IndexOf("<div class=\"counts\">", StringComparison.Ordinal));
        Assert.Contains("<dt>S1</dt><dd>The survey of executives: a conference paper", _pages[page], StringComparison.Ordinal);
        Assert.Contains("<dt>S2</dt><dd>Rangarajan, D.", _pages[page], StringComparison.Ordinal);
    }

    [Fact]
    public void Index_HasTheGlossary_AndEveryPageLeadsToIt()
    {
        Assert.Contains($"<a href=\"glossary.html\">Glossary</a>", _pages["index.html"], StringComparison.Ordinal);
        Assert.All(_pages.Where(page => page.Key != "index.html"), page => Assert.Contains("<a href=\"glossary.html\"", page.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_Together_AreBelowEightMegabytes() =>
        Assert.InRange(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length), 1, 8_000_000);

    // A file of the repository is looked for from where the pages will lie.
    private bool Exists(string page, string address)
    {
        var (file, anchor) = address.Split('#') is [var path, var place] ? (path, place) : (address, null);
        if (file.Length > 0 && !_pages.ContainsKey(file))
            return anchor is null && (File.Exists(Path.Combine(Study.Root, file)) || File.Exists(Path.Combine(_folder, file)) || Path.Exists(Path.Combine(Study.DefaultOutput, file)));
        return anchor is null || _pages[file.Length > 0 ? file : page].Contains($" id=\"{HtmlText.Escape(anchor)}\"", StringComparison.Ordinal);
    }

    [GeneratedRegex("""<a\b[^>]*?\bhref="(?<to>[^"]*)""")]
    private static partial Regex Link();
}
