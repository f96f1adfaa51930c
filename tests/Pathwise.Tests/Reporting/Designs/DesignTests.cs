using System.Globalization;
using System.Text.RegularExpressions;
using Pathwise.Numerics;
using Pathwise.Psychometrics;
using Pathwise.Ranking;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Reporting.Designs;

public sealed partial class DesignTests
{
    private static readonly Interval Around = new(0.61, 0.79, 0.95);

    // A row of each type that once had the headings of its properties, with those it has now.
    private static readonly Dictionary<string, (object Row, string Headings)> Rows = new()
    {
        ["factor"] = (new FactorReliability("f", ["x1", "x2"], 0.81, 0.52, 0.8, 0.5, 0.6, false), "Factor|Indicators|CR|AVE|ω|AVE, raw loadings|Lowest loading"),
        ["alpha"] = (new FactorAlpha("f", 0.8, null), "Factor|α|α standardized"),
        ["second order"] = (new SecondOrderReliability("g", 0.7, 0.9, 0.75, 0.8), "Factor|ω hierarchical|ω total|ω partial|ω of the factors"),
        ["omega"] = (new HierarchicalOmega(0.6, 0.9, 3), "Group factors|ω hierarchical|ω total"),
        ["fornell-larcker"] = (new FornellLarckerPair("f", "g", 0.52, 0.61, 0.5), "First|Second|AVE of the first|AVE of the second|r|r²|Met"),
        ["pair"] = (new ValidityPair("f", "g", 0.5), "First|Second|Value"),
        ["correlation"] = (new CorrelationTest("f", "g", 0.7, Around, 0.9, new LikelihoodRatioTest(5.1, 1, 0.024, "standard")), "First|Second|r|Interval|Problem|Cutoff|Δχ² at the cutoff|p"),
        ["htmt"] = (new HtmtInterval("f", "g", 0.7, Around, 200), "First|Second|HTMT|Interval|Below one|Resamples"),
        ["adequacy"] = (new ItemAdequacy("x1", 0.8), "Item|KMO"),
        ["sphericity"] = (new SphericityTest(301, 9, 0.05, 904.1, 36, 1e-9), "Cases|Items|χ²|df|p"),
        ["partial"] = (new AveragePartialStep(1, 0.0624, 0.011), "Components|Squared|Fourth power"),
        ["distribution"] = (new ItemDistribution("x1", 301, 4.9, 1.2, 0.7, 8.5, -0.25, 0.31, SkewnessType.Sample), "Item|n|M|SD|Lowest|Highest|Skewness|Kurtosis"),
        ["distance"] = (new CaseDistance(7, "r7", 30.25, 0.002), "Line|Case|D²|p"),
        ["missingness"] = (new MissingnessTest(92, 4, 11, 20.4, 18, 0.31), "Cases|Patterns|Missing values|χ²|df|p"),
        ["groups"] = (new GroupComparison("f", 40, 4.5, 31, 4.1, 1.8, 66.2, 0.08, 0.16, 0.43), "Scale|n first|M first|n second|M second|t|df|p|p, Holm|d"),
        ["share"] = (new SingleFactorShare(0.411, 0.372), "First component, %|Single common factor, %"),
        ["inflation"] = (new VarianceInflation("f", 1.25), "Scale|VIF"),
        ["step"] = (new CleaningStep("too fast", 3, 111), "Reason|Left out|Remaining"),
        ["decision"] = (new CaseDecision(9, "r9", null), "Line|Case|Kept|Left out for"),
        ["topics"] = (new TopicPair("a", "b", 50, 0.4, 2.1, 0.04, 0.4, 0.05, 0.5), "First|Second|n|Difference of M|t|p|p, Holm|p, Wilcoxon|p, Wilcoxon and Holm"),
        ["top"] = (new TopShare("a", "", 50, 0.4, 0.55), "Topic|n|Ties shared, %|Ties counted in, %"),
        ["missing"] = (new MissingSensitivity("a", "Topic a", 5.5, 2, 48, 5.6, 1), "Topic|M|Rank|M, complete|Rank, complete|Moved"),
        ["friedman"] = (new FriedmanTest(48, 20, 130.2, 19, 1e-9, 0.14, []), "Raters|Topics|χ²|df|p|Kendall's W"),
        ["response"] = (new ResponseRate("all", 440, 52, 0.118, new(0.091, 0.152, 0.95)), "Group|Invited|Answered|%|Interval, %"),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_OneRowOrAList_HasDesignedHeadingsInTextAndHtml(string name)
    {
        var (row, headings) = Rows[name];
        var list = Array.CreateInstance(row.GetType(), 1);
        list.SetValue(row, 0);
        foreach (var shown in new[] { Registry.Of(row), Registry.Of(list) })
        {
            Assert.Equal(headings, string.Join("|", Assert.IsType<Table>(shown).Columns.Select(column => column.Heading)));
            Assert.All(headings.Split('|'), heading => Assert.Contains(heading, shown.ToText(), StringComparison.Ordinal));
            Assert.Equal(headings.Split('|').Length, Heading().Count(shown.ToHtml()));
        }
    }

    [Fact]
    public void Of_EveryDesign_AlsoShowsNoRowAtAll() =>
        Assert.All(Registry.Types.Where(type => type.IsDefined(typeof(TypeFormatterSourceAttribute), false)), type => Assert.Equal(0, Registry.Rows(type, Array.CreateInstance(type, 0)).RowCount));

    [Fact]
    public void Of_ATypeWhosePlainFactsAreEnough_LeavesThemToBeShown()
    {
        var design = Design.Plain<Termination>();
        Assert.Null(design.OfRows(Array.Empty<Termination>()));
        Assert.Null(design.Of(new Termination(StopReason.NoDescent, 1, 0)));
    }

    [Fact]
    public void Rows_OneOrMany_AreOfOneTable()
    {
        var design = Design.Rows<string>(rows => Table.Of("Words", rows, of => [of.Text("Word", row => row)]));
        Assert.Equal(design.OfRows(new[] { "a" })!.ToText(), design.Of("a")!.ToText());
        Assert.Equal(2, design.OfRows(new[] { "a", "b" })!.RowCount);
        Assert.Equal(typeof(string), design.Type);
    }

    [Theory]
    [InlineData("share", "41.1")]
    [InlineData("top", "55.0")]
    [InlineData("response", "[9.1, 15.2]")]
    [InlineData("fornell-larcker", ".250")]
    [InlineData("correlation", "none")]
    [InlineData("decision", "yes")]
    [InlineData("missing", "48 raters rated every topic.")]
    public void Of_ARow_ShowsItsValuesInTheUnitOfTheHeading(string name, string text) =>
        Assert.Contains(text, Registry.Of(Rows[name].Row).ToText(), StringComparison.Ordinal);

    [Fact]
    public void Mardia_BothTests_StandInALineEach()
    {
        var lines = SampleDesign.Of(new MardiaTest(92, 18, 80.5, 1234.5, 1140, 0.026, 371.2, 360, 2.01, 0.044)).ToText().Split('\n');
        Assert.Contains(lines, line => Spaces().Replace(line.Trim(), " ") == "Skewness 80.500 0 χ² 1234.50 1140 .026");
        Assert.Contains(lines, line => Spaces().Replace(line.Trim(), " ") == "Kurtosis 371.200 360 z 2.01 .044");
    }

    [Fact]
    public void Response_Groups_EndWithAllAndTheTest()
    {
        var rate = new ResponseRate("a", 200, 30, 0.15, Around);
        var text = Registry.Of(new ResponseComparison(rate with { Group = "all" }, [rate], 1.5, 1, 0.22)).ToText();
        Assert.True(text.IndexOf("a        ", StringComparison.Ordinal) < text.IndexOf("all", StringComparison.Ordinal));
        Assert.Contains("Test that all groups respond alike", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Agreement_OfCodersAndWaves_IsNamedInWords()
    {
        var kappa = Registry.Of(new CohenKappa(0.69, 0.2, Around, 0.917, 0.729, 12, ["both", "one"])).ToText();
        Assert.Contains("Cohen's κ           .690", kappa.Replace("0.690", ".690", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("both; one", kappa, StringComparison.Ordinal);
        var alpha = Registry.Of(new KrippendorffAlpha(0.743, 0.2, 0.8, 11, 40, MeasurementLevel.Nominal)).ToText();
        Assert.Contains("Krippendorff's α", alpha, StringComparison.Ordinal);
        Assert.Contains("nominal", alpha, StringComparison.Ordinal);
        var waves = Registry.Of(new WaveStability(32, 20, 5, 4, 0.8, 0.6, 0.5, null, 0.3, 2000, 6)).ToText();
        Assert.Contains("Topics among the top 5 of both", waves, StringComparison.Ordinal);
        Assert.Contains(6.ToString(CultureInfo.InvariantCulture), waves, StringComparison.Ordinal);
    }

    [GeneratedRegex("<th scope=\"col\"")]
    private static partial Regex Heading();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
