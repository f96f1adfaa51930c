using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Invariance;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Invariance;

public sealed class MeasurementInvarianceTests
{
    private const string Abilities = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9";
    private const string Simulated = "f =~ v1 + v2 + v3 + v4\nh =~ v5 + v6 + v7";

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var name in new[] { "school", "sex", "three" })
            {
                foreach (var estimator in new[] { "ML", "MLM", "MLR" })
                    cases.Add(name, estimator);
            }

            return cases;
        }
    }

    // lavaan's optimizer stops about 1e-6 beside the minimum; its robust indices are those of 0.6-14.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Levels_EachEstimator_AreLavaans(string name, string estimator)
    {
        var result = Of(name, estimator, new());
        foreach (var (step, cells) in result.Steps.Zip(Lines("invariance.csv").Where(cells => cells[0] == name && cells[1] == estimator), (step, cells) => (step, cells)))
        {
            Assert.Equal(cells[2], step.Level.Text());
            Oracle.Near(Number(cells[3])!.Value, step.Indices.Test.Value, 1e-5);
            Assert.Equal(Number(cells[4]), step.Indices.DegreesOfFreedom);
            Oracle.Near(Number(cells[7])!.Value, step.Indices.Residuals.Srmr, 1e-5);
            var indices = step.Indices;
            Oracle.Near(Number(cells[5])!.Value, (indices.RobustIncremental ?? indices.Incremental).Cfi, 1e-5);
            Oracle.Near(Number(cells[6])!.Value, (indices.RobustRmsea ?? indices.RmseaIndex).Value, 1e-5);
            if (Number(cells[8]) is { } difference)
            {
                Oracle.Near(difference, step.Test!.ChiSquare, 1e-4);
                Assert.Equal(Number(cells[9]), step.Test.DegreesOfFreedom);
                Oracle.Near(Number(cells[10])!.Value, step.Test.PValue, 1e-5);
                Oracle.Near(Number(cells[11])!.Value, step.Equivalence.TSize, 1e-5);
            }
        }

        Assert.Equal(4, result.Steps.Count);
    }

    // compareFit takes robust indices where there are any, too.
    [Theory]
    [InlineData("ML")]
    [InlineData("MLM")]
    [InlineData("MLR")]
    public void Differences_OfSchools_AreThoseOfCompareFit(string estimator)
    {
        var steps = Of("school", estimator, new()).Steps;
        var rows = File.ReadLines(Repository.Fixture("semtools", "compare.csv")).Skip(1).Select(line => line.Split(',')).Where(cells => cells[0] == estimator).ToList();
        Assert.Equal(3, rows.Count);
        foreach (var (cells, step) in rows.Zip(steps.Skip(1)))
        {
            Assert.Equal(cells[1], step.Level.Text());
            Oracle.Near(Number(cells[2])!.Value, step.Test!.ChiSquare, 1e-4);
            Assert.Equal(Number(cells[3]), step.Test.DegreesOfFreedom);
            Oracle.Near(Number(cells[4])!.Value, step.Test.PValue, 1e-5);
            Oracle.Near(Number(cells[5])!.Value, step.DeltaCfi, 1e-5);
            Oracle.Near(Number(cells[6])!.Value, step.DeltaRmsea, 1e-5);
            Oracle.Near(Number(cells[7])!.Value, step.DeltaSrmr, 1e-5);
        }
    }

    [Theory]
    [InlineData("school")]
    [InlineData("three")]
    public void Scores_OfTheAddedEqualities_AreLavaans(string name)
    {
        var steps = Of(name, "ML", new()).Steps.ToDictionary(step => step.Level.Text());
        string Kind(string level) => level switch { "metric" => "=~", "scalar" => "~1", _ => "~~" };
        foreach (var cells in Lines("scores.csv").Where(cells => cells[0] == name && cells[2].Contains(Kind(cells[1]), StringComparison.Ordinal)))
            Oracle.Near(Number(cells[3])!.Value, steps[cells[1]].Scores.Single(score => score.Parameter == cells[2]).Score, 1e-4);
    }

    [Fact]
    public void Partial_SchoolsOfHolzingerAndSwineford_FreesTheTwoInterceptsThatAreKnown()
    {
        var steps = Of("school", "ML", new() { MostFreed = 2 }).Steps;
        Assert.Equal(["x3~1", "x7~1"], steps[2].Freed.Select(each => each.Parameter));
        Assert.True(steps[2].Test!.PValue > 0.05);
        Assert.Equal(["x3~1", "x7~1"], steps[3].Before.Take(2));
        Assert.Empty(steps[1].Freed);
        var byHand = Fit("school", "ML")(new() { MeanStructure = true, GroupEqual = [GroupEquality.Loadings, GroupEquality.Intercepts], GroupPartial = ["x3~1", "x7~1"] });
        Oracle.Near(byHand.Test().Value!.Value, steps[2].Indices.ChiSquare, 1e-8);
    }

    [Fact]
    public void Levels_LastOne_EndsThere() => Assert.Equal(2, Of("sex", "ML", new() { Last = InvarianceLevel.Metric }).Steps.Count);

    [Fact]
    public void Equivalence_NoncentralChiSquare_GivesTheStatisticWithProbabilityAlpha()
    {
        var view = EquivalenceView.Of(8.192, 6, 301, 2, new());
        var noncentrality = view.TSize!.Value * view.TSize.Value * 301 * 6 / 2;
        Oracle.Near(0.05, Pathwise.Numerics.NoncentralChiSquareDistribution.Cdf(8.192, 6, noncentrality), 1e-9);
        Assert.False(view.IsEquivalent);
        Assert.True(EquivalenceView.Of(5, 6, 30_000, 2, new()).IsEquivalent);
        Assert.Null(EquivalenceView.Of(null, 6, 301, 2, new()).TSize);
    }

    [Fact]
    public void Invariance_WhatIsNotThere_IsRefused()
    {
        void Refused(string message, Func<InvarianceResult> work) => Assert.Contains(message, Assert.Throws<InputException>(work).Message, StringComparison.Ordinal);
        Refused("leave out --group-equal", () => MeasurementInvariance.Of(Fit("school", "ML"), new() { GroupEqual = [GroupEquality.Loadings] }));
        Refused("there is one", () => MeasurementInvariance.Of(options => ModelSpecification.Parse(Abilities).Fit(Data("school"), null, options), new()));
        Refused("has none (=~)", () => MeasurementInvariance.Of(options => ModelSpecification.Parse("x1 ~ x2").Fit(Data("school"), null, options, "school"), new()));
        Refused("between 0 and 1", () => Of("school", "ML", new() { Alpha = 2 }));
        Refused("0 or more", () => Of("school", "ML", new() { MostFreed = -1 }));
        Refused("above 0", () => Of("school", "ML", new() { Tolerated = 0 }));
    }

    private static InvarianceResult Of(string name, string estimator, InvarianceOptions options) => MeasurementInvariance.Of(Fit(name, estimator), new(), options);

    private static Func<ModelOptions, FitResult> Fit(string name, string estimator) => options => ModelSpecification.Parse(name == "three" ? Simulated : Abilities)
        .Fit(Data(name), new() { Estimator = Enum.Parse<Estimator>(estimator) }, options, name == "three" ? "g" : name);

    private static DataTable Data(string name) => DataTable.Read(Repository.Fixture("moderation", "invariance", name == "three" ? "three.csv" : "hs.csv"));

    private static IEnumerable<string[]> Lines(string file) => File.ReadLines(Repository.Fixture("moderation", "invariance", file)).Skip(1).Select(line => line.Split(','));

    private static double? Number(string text) => text == "NA" ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
