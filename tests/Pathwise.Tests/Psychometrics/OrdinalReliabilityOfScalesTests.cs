using Pathwise.Psychometrics;
using Pathwise.Surveys;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class OrdinalReliabilityOfScalesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Scales_TakenOneByOne_HaveSemToolsOmega(int scale)
    {
        // Lavaan's polychoric correlations end within 1e-7, its loadings within 1e-6.
        var expected = OrdinalFixture.Expected["single"][scale];
        var row = OrdinalFixture.Table.OrdinalReliability(expected["scale"].Text, OrdinalFixture.ItemsOf(expected["scale"].Text));
        Oracle.Near(expected["omega"].Number, row.CategoricalOmega, 1e-5);
        Oracle.Near(expected["alpha"].Number, row.OrdinalAlpha, 1e-6);
        Assert.Equal((92, 0, null), (row.Cases, row.Resamples, row.OrdinalAlphaInterval));
    }

    [Fact]
    public void Scale_OfFiveUnevenCategories_HasSemToolsOmega()
    {
        var expected = OrdinalFixture.Expected["sparse"][0];
        var row = DataTable.Read(Repository.Fixture("ordinal", "sparse.csv")).OrdinalReliability("A", ["a1", "a2", "a3"]);
        Oracle.Near(expected["omega"].Number, row.CategoricalOmega, 1e-5);
        Oracle.Near(expected["alpha"].Number, row.OrdinalAlpha, 1e-6);
    }

    [Fact]
    public void Intervals_HoldTheEstimateAndRepeatWhateverTheThreads()
    {
        var options = new OrdinalOptions { Resamples = 200, Seed = 5 };
        var row = OrdinalFixture.Table.OrdinalReliability("A", OrdinalFixture.ItemsOf("A"), options);
        Assert.Equal(row, OrdinalFixture.Table.OrdinalReliability("A", OrdinalFixture.ItemsOf("A"), options with { Threads = 3 }));
        Assert.InRange(row.CategoricalOmega!.Value, row.CategoricalOmegaInterval!.Value.Lower, row.CategoricalOmegaInterval.Value.Upper);
        Assert.InRange(row.OrdinalAlpha!.Value, row.OrdinalAlphaInterval!.Value.Lower, row.OrdinalAlphaInterval.Value.Upper);
        Assert.InRange(row.CategoricalOmegaInterval.Value.Upper - row.CategoricalOmegaInterval.Value.Lower, 0.05, 0.3);
        Assert.Equal(200, row.Resamples + row.Failures.Values.Sum());
    }

    [Fact]
    public void Resamples_InWhichAnItemDoesNotVary_AreCounted()
    {
        double[,] rows = new double[30, 3];
        for (var i = 0; i < 30; i++)
            (rows[i, 0], rows[i, 1], rows[i, 2]) = (i == 0 ? 2 : 1, i % 3, (i + (i % 3)) % 4);
        var row = DataTable.Of(["x", "y", "z"], rows).OrdinalReliability("f", ["x", "y", "z"], new() { Resamples = 100, Seed = 1 });
        Assert.InRange(row.Failures[ResampleTrouble.ConstantItem], 20, 55);
        Assert.Equal(100, row.Resamples + row.Failures.Values.Sum());
    }

    [Fact]
    public void Scale_OfTwoItems_HasAlphaAlone()
    {
        var row = OrdinalFixture.Table.OrdinalReliability("A", ["a1", "a2"]);
        Assert.NotNull(row.OrdinalAlpha);
        Assert.Null(row.CategoricalOmega);
    }

    [Fact]
    public void Survey_GivesARowForEachScale()
    {
        var survey = SurveyData.Read(Repository.Path("data", "raw", "executives.csv")).Clean().Data;
        var rows = survey.OrdinalReliabilities();
        Assert.Equal(survey.Codebook.Scales.Select(scale => scale.Name), rows.Select(row => row.Scale));
        Assert.All(rows, row => Assert.InRange(row.CategoricalOmega!.Value, 0.5, 1));
    }

    [Fact]
    public void Options_WithoutMeaning_AreRefused()
    {
        OrdinalReliability Run(OrdinalOptions options) => OrdinalFixture.Table.OrdinalReliability("A", ["a1", "a2", "a3"], options);
        Assert.Contains("A seed is needed", Assert.Throws<InputException>(() => Run(new() { Resamples = 10 })).Message, StringComparison.Ordinal);
        Assert.Contains("expected at least 2, or 0", Assert.Throws<InputException>(() => Run(new() { Resamples = 1, Seed = 1 })).Message, StringComparison.Ordinal);
        Assert.Contains("number of threads", Assert.Throws<InputException>(() => Run(new() { Threads = -1 })).Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => Run(new() { Level = 1.2 }));
    }
}
