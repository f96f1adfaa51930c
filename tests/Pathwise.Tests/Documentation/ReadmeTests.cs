using System.Globalization;
using System.Text.RegularExpressions;
using Pathwise.Auditing.Reported;
using Pathwise.Notebooks.Documents;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Tables;
using Pathwise.Tests.Cli;
using Xunit;

namespace Pathwise.Tests.Documentation;

/// <summary>What the README states beyond opinion, against what it speaks of.</summary>
public sealed partial class ReadmeTests
{
    private const string Readme = "README.md";

    [Fact]
    public void Seeds_EveryCellOfANotebookThatDraws_IsListed()
    {
        var listed = Prose.Table(Readme, "| where | seed |").Select(row => row[1]).Where(text => text.Contains(".ipynb", StringComparison.Ordinal))
            .SelectMany(text => Code().Matches(text).Select(match => match.Groups["code"].Value).ToArray() is [var path, .. var cells]
                ? cells.Select(cell => $"{Path.GetFileNameWithoutExtension(path)} {cell}")
                : []);
        var drawing = from pair in Prose.Notebooks
                      from cell in pair.Value.Cells
                      where cell.Kind == CellKind.Code && Seed().IsMatch(cell.Source)
                      select $"{pair.Key} {cell.Id}";
        Assert.Equal(drawing.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Seeds_TheRecipesListed_HaveOne() => Assert.All(
        Prose.Table(Readme, "| where | seed |").Select(row => row[1].Trim('`')).Where(path => path.EndsWith(".json", StringComparison.Ordinal)),
        path => Assert.Contains("\"seed\":", Prose.Text(path), StringComparison.Ordinal));

    [Fact]
    public void Map_EveryNotebookThatRecomputes_IsThereWithCellsThatCheck()
    {
        var rows = Prose.Table(Readme, "| published | notebook | cell |").Select(row => (Notebook: Name().Match(row[1]).Groups["name"].Value, Cell: row[2].Trim('`'))).ToList();
        var published = PublishedStatistics.Read(Repository.Path("data", "published")).Statistics.Select(statistic => statistic.Notebook).OfType<string>().Distinct();
        Assert.Equal(published.Order(StringComparer.Ordinal), rows.Select(row => row.Notebook).Distinct().Order(StringComparer.Ordinal));
        foreach (var (notebook, name) in rows)
        {
            var checks = Prose.Notebooks[notebook].Cells.Where(cell => cell.Source.Contains("published.Check(", StringComparison.Ordinal)).Select(cell => cell.Id).ToList();
            Assert.Contains(checks, id => id == name || (name == "its checks" && id.StartsWith("checks", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Commands_AllThatExist_AreNamedAndAllThatAreNamedExist()
    {
        var text = Prose.Text(Readme);
        var existing = Listed().Matches((await CommandRun.OfAsync("--help")).Output.Split("Commands:")[1]).Select(match => match.Groups["name"].Value).ToList();
        Assert.True(existing.Count > 5);
        Assert.All(existing, name => Assert.Matches($@"(pathwise|Pathwise\.Cli --|`){name}", text.Replace(" ", "", StringComparison.Ordinal)));
        var named = Called().Matches(text).Select(match => match.Groups["name"].Value.Split(' ')).ToList();
        Assert.True(named.Count > 8);
        foreach (var words in named)
            Assert.Equal(0, (await CommandRun.OfAsync([.. words, "--help"])).ExitCode);
    }

    [Fact]
    public void Speed_TheStudysModel_HasTheSizeStated()
    {
        var table = ModelSpecification.Parse(Prose.Text("data/published/s1-final-model.lav")).Table();
        var usable = SurveyData.Read(Repository.Path("data", "raw", "executives.csv")).Clean().Usable;
        Assert.Contains($"({table.ObservedVariables.Count} items, {table.FreeCount} parameters, {usable} cases)", Prose.Running(Readme), StringComparison.Ordinal);
    }

    [Fact]
    public void Speed_EveryRatio_IsThatOfTheMediansInItsRow()
    {
        var rows = Prose.Table(Readme, "| work | Pathwise |").ToDictionary(row => row[0]);
        foreach (var (work, row) in rows)
        {
            var own = SpeedTable.Median(rows[work == "innermost loop each resample" ? "bootstrap each resample" : work][1]);
            for (var peer = 2; peer <= 3; peer++)
                SpeedTable.AssertRatio(row[peer], own, row[peer + 2]);
        }
    }

    [Fact]
    public void Speed_FitsASecond_AreThoseOfTheMedians()
    {
        var rows = Prose.Table(Readme, "| work | Pathwise |").ToDictionary(row => row[0]);
        var (whole, inner) = (rows["bootstrap each resample"], rows["innermost loop each resample"]);
        var printed = FitsASecond().Match(Prose.Running(Readme));
        Assert.True(printed.Success);
        string[] medians = [whole[1], whole[2], inner[2], whole[3]];
        foreach (var (median, group) in medians.Zip(printed.Groups.Values.Skip(1)))
        {
            var fits = 1000 / SpeedTable.Median(median)!.Value;
            Assert.InRange(double.Parse(group.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), (0.985 * fits) - 0.5, (1.015 * fits) + 0.5);
        }
    }

    [Fact]
    public void Tour_TheExample_HasTheCountriesStated() => Assert.Contains(
        $"({DataTable.Read(Repository.Path("data", "examples", "political-democracy.csv")).Count} countries, Bollen 1989)", Prose.Running(Readme), StringComparison.Ordinal);

    [GeneratedRegex(@"([\d,]+) fits a second and core for Pathwise, ([\d,]+) for lavaan \(([\d,]+) in its innermost loop\) and ([\d,]+) for OpenMx")]
    private static partial Regex FitsASecond();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\[(?<name>[\w-]+)\]")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bseed\s*:|\bSeed\s*=")]
    private static partial Regex Seed();

    [GeneratedRegex(@"^  (?<name>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex Listed();

    [GeneratedRegex(@"(`|release/)pathwise (?<name>(notebook |kernel )?[a-z]+)")]
    private static partial Regex Called();
}
