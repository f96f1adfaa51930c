using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Pathwise.Tests.Documentation;

/// <summary>The ratios of docs/speed.md, and what the README repeats of them.</summary>
public sealed partial class SpeedPageTests
{
    private const string Page = "docs/speed.md";
    private const string Draws = "| bootstrap, one more draw";
    private const string Moderated = "| observed moderated mediation, one more draw";
    private const string Universes = "| a universe of a multiverse";
    private const string Ordered = "| ordered variables, ms";

    [Theory]
    [InlineData(Draws, 11)]
    [InlineData(Moderated, 3)]
    [InlineData(Universes, 2)]
    [InlineData(Ordered, 3)]
    public void EveryTable_HasTheRatiosOfItsMedians(string heading, int least)
    {
        var rows = Prose.Table(Page, heading).ToList();
        Assert.True(rows.Count >= least);
        Assert.All(rows, row => SpeedTable.AssertRatio(row[2], SpeedTable.Median(row[1]), row[3]));
    }

    [Fact]
    public void Refits_OfOrderedVariables_AreThoseOfTheMedian()
    {
        var refits = 1000 / SpeedTable.Median(Prose.Table(Page, Ordered)[2][1])!.Value;
        Assert.InRange(double.Parse(Refits().Match(Prose.Running(Page)).Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), 0.985 * refits, 1.015 * refits);
    }

    [Fact]
    public void Readme_RepeatsTheRatiosOfThePage()
    {
        var printed = Prose.Table("README.md", "| work | lavaan / Pathwise |").ToDictionary(row => row[0], row => row[1]);
        var draws = Prose.Table(Page, Draws).Select(row => int.Parse(row[3], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal($"{draws.Min()} to {draws.Max()}", printed["bootstrap of models of every kind, with all effects and intervals"]);
        Assert.Equal(Prose.Table(Page, Moderated)[1][3], printed["bootstrap of a moderated mediation with conditional effects, index and region"]);
        var ordered = Prose.Table(Page, Ordered).ToDictionary(row => row[0], row => row[3]);
        Assert.Equal(ordered["bootstrap, one more draw"], printed["bootstrap of ordered variables"]);
        Assert.Equal(ordered["whole WLSMV fit with errors, tests and indices"], printed["whole fit of ordered variables with tests and indices"]);
        Assert.Equal(Prose.Table(Page, Universes)[0][3], printed["a universe of a multiverse"]);
        Assert.Equal(5, printed.Count);
    }

    [GeneratedRegex(@"([\d,]+) refits of ordered variables a second and core")]
    private static partial Regex Refits();
}
