using Pathwise.Psychometrics;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class OrdinalMeasurementTests
{
    private static readonly OrdinalMeasurement Measurement = OrdinalMeasurement.Of(ModelSpecification.Parse(OrdinalFixture.Model), OrdinalFixture.Table);

    [Fact]
    public void Loadings_AreLavaansOfUlsmv()
    {
        var expected = OrdinalFixture.Expected["whole"];
        Assert.True(Measurement.Fit.HasConverged);
        var factors = new FittedFactors(Measurement.Fit);
        Oracle.Near(expected["loadings"].Numbers, [.. factors.All.SelectMany(factor => factors.Standardized(factor)!)], 2e-5);
        Assert.All(factors.All.SelectMany((first, i) => factors.All.Select((second, j) => (first, second, value: expected["latent"].Rows[i][j]))),
            pair => Oracle.Near(pair.value, factors.LatentCorrelation(pair.first, pair.second), 2e-5));
    }

    [Fact]
    public void Reliabilities_AreSemTools()
    {
        var expected = OrdinalFixture.Expected["whole"];
        var rows = Measurement.Reliabilities();
        Oracle.Near(expected["alpha"].Numbers, [.. rows.Select(row => row.OrdinalAlpha!.Value)], 1e-6);
        for (var i = 0; i < rows.Count; i++)
        {
            // The fourth factor has a loading above one: an improper solution, of which semTools prints a number.
            if (i == 3)
                Assert.Null(rows[i].CategoricalOmega);
            else
                Oracle.Near(expected["omega"].Numbers[i], rows[i].CategoricalOmega, 2e-5);
        }

        var factors = Measurement.Fit.FactorReliabilities();
        Oracle.Near(expected["ave"].Numbers[0], factors[0].AverageVarianceExtracted, 2e-5);
        Oracle.Near(expected["omega_responses"].Numbers[0], factors[0].Omega, 2e-5);
    }

    [Fact]
    public void Pairs_HaveTheRatioOfPolychoricCorrelations()
    {
        var (expected, htmt) = (OrdinalFixture.Expected["htmt"], Measurement.Fit.Htmt());
        for (var i = 0; i < expected["value"].Count; i++)
            Oracle.Near(expected["value"][i].Number, htmt[expected["first"][i].Text, expected["second"][i].Text], 1e-6);
    }

    [Fact]
    public void Intervals_RefitTheModelAndCountWhatFails()
    {
        var rows = Measurement.Reliabilities(new() { Resamples = 30, Seed = 3 });
        Assert.Equal(rows, Measurement.Reliabilities(new() { Resamples = 30, Seed = 3, Threads = 2 }));
        Assert.All(rows, row => Assert.Equal(30, row.Resamples + row.Failures.Values.Sum()));
        Assert.InRange(rows[0].CategoricalOmega!.Value, rows[0].CategoricalOmegaInterval!.Value.Lower, rows[0].CategoricalOmegaInterval!.Value.Upper);
    }

    [Fact]
    public void ContinuousIndicators_LeaveTheirFactorsWithoutOrdinalReliability()
    {
        var model = ModelSpecification.Parse("A =~ a1 + a2 + a3 + a4\nC =~ c1 + c2 + c3 + c4");
        var measured = OrdinalMeasurement.Of(model, OrdinalFixture.Table, new() { Ordered = ["a1", "a2", "a3", "a4", "c1"] });
        Assert.Equal(["A"], measured.Reliabilities(new() { Resamples = 4, Seed = 1 }).Select(row => row.Scale));
        Assert.Equal(0, measured.Samples[0].Warnings.Count(warning => warning.Code == "at-bound"));
    }

    [Fact]
    public void Groups_HaveRowsOfTheirOwn()
    {
        var table = DataTable.Read(Repository.Fixture("ordinal", "groups.csv"));
        var rows = OrdinalMeasurement.Of(ModelSpecification.Parse("f =~ u1 + u2 + u3"), table, group: "g").Reliabilities(new() { Resamples = 5, Seed = 2 });
        Assert.Equal([("east", 170), ("west", 140)], rows.Select(row => (row.Group, row.Cases)));
    }

    [Fact]
    public void ModelsAndOptions_ThatDoNotFit_AreRefused()
    {
        var model = ModelSpecification.Parse("A =~ a1 + a2 + a3");
        Assert.Contains("pairwise deletion is not there", Refusal(() => OrdinalMeasurement.Of(model, OrdinalFixture.Table, new() { Deletion = CaseDeletion.Pairwise })), StringComparison.Ordinal);
        Assert.Contains("no means of their own", Refusal(() => OrdinalMeasurement.Of(model, OrdinalFixture.Table, completion: new() { MeanStructure = true })), StringComparison.Ordinal);
    }

    private static string Refusal(Func<object> work) => Assert.Throws<InputException>(work).Message;
}
