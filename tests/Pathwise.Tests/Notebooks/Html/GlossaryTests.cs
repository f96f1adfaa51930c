using System.Text.RegularExpressions;
using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed partial class GlossaryTests : IDisposable
{
    private static readonly string Markdown = File.ReadAllText(Path.Combine(Repository.Root, "notebooks", "glossary.md"));
    private static readonly Glossary Committed = Glossary.Beside(Path.Combine(Repository.Root, "notebooks"))!;

    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-glossary-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Beside_AFolderWithoutOne_IsNull() => Assert.Null(Glossary.Beside(_folder));

    [Fact]
    public void Beside_AFile_ReadsNameSpellingsAndSource()
    {
        File.WriteAllText(Path.Combine(_folder, "glossary.md"), "# My words\n\n### Cohen kappa\n\nAgreement. *Also:* κ, Cohen's kappa.\n\n$$\\kappa$$\n\n*Source:* Cohen (1960).\n\n## Sources\n\n- Cohen\n");
        var glossary = Glossary.Beside(_folder)!;
        var term = Assert.Single(glossary.Terms);
        Assert.Equal(("My words", "cohen-kappa", "κ|Cohen's kappa", "Cohen (1960)."), (glossary.Title, term.Slug, string.Join('|', term.Also), term.Source));
    }

    [Fact]
    public void Terms_OfTheStudy_HaveAMeaningASourceAndANameOfTheirOwn()
    {
        Assert.True(Committed.Terms.Count >= 60);
        Assert.All(Committed.Terms, term => Assert.True(term.Source is not null && term.Text.Split(' ').Length > 8, term.Name));
        Assert.Equal(Committed.Terms.Count, Committed.Terms.Select(term => term.Slug).Distinct().Count());
    }

    // GitHub and Jupyter drop what is neither letter, digit, space nor hyphen; then the three names of a place are one.
    [Fact]
    public void Names_OfTerms_AreTheSamePlaceEverywhere() =>
        Assert.All(Committed.Terms, term => Assert.Equal(term.Name.ToLowerInvariant().Replace(' ', '-'), term.Slug));

    [Fact]
    public void Sources_ThatTermsName_AreAllListedAndNoneBesides()
    {
        var listed = Entry().Matches(Markdown).Select(each => (each.Groups["who"].Value, each.Groups["year"].Value)).ToHashSet();
        var named = Committed.Terms.SelectMany(term => Cited().Matches(term.Source!)).Select(each => (each.Groups["who"].Value, each.Groups["year"].Value)).ToHashSet();
        Assert.Equal(listed.Order(), named.Order());
    }

    [Fact]
    public void ToPage_TheStudys_ShowsEveryFormulaAndGivesEveryTermItsPlace()
    {
        var html = Committed.ToPage(static link => link, SideContents.Alone, "").ToHtml();
        Assert.DoesNotContain("class=\"unknown\"", html[html.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.All(Committed.Terms, term => Assert.Contains($"<h3 id=\"{term.Slug}\">", html, StringComparison.Ordinal));
        Assert.Contains("<math display=\"block\">", html, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^- (?<who>[^,]+),.*?\((?<year>\d{4})\)\.", RegexOptions.Multiline)]
    private static partial Regex Entry();

    // The first author's surname, up to the year of the same citation.
    [GeneratedRegex(@"(?:^|; )(?<who>[A-ZÖ][^,;(]*?)(?:,[^;(]*| and [^;(]*)? \((?<year>\d{4})\)")]
    private static partial Regex Cited();
}
