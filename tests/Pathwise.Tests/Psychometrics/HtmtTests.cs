using Pathwise.Psychometrics;
using Pathwise.Reporting.Designs;
using Pathwise.Sem.Estimation;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class HtmtTests
{
    [Theory]
    [InlineData(HtmtKind.Arithmetic, "htmt")]
    [InlineData(HtmtKind.Geometric, "htmt2")]
    public void Htmt_OfThreeScales_IsThatOfSemTools(HtmtKind kind, string name)
    {
        var expected = Oracle.Read("semtools", "semtools.json")[name].Rows;
        // semTools takes lavaan's correlations, which are Pearson's.
        var actual = Htmt.Of(Moments.Correlation(Holzinger.Values), Holzinger.Scales, kind);
        for (var i = 0; i < 3; i++)
            Oracle.Near(expected[i], actual.Row(i).ToArray(), 1e-9);
    }

    [Fact]
    public void Htmt_ScaleOfOneItem_IsUndefined()
    {
        using var survey = new SmallSurvey("a,,,,,1,5,7\nb,,,,,2,4,6\nc,,,,,4,1,2\n");
        var matrix = survey.Read().Htmt();
        Assert.Null(matrix["calm", "joy"]);
        Assert.Equal(1, matrix["calm", "calm"]);
        Assert.Null(Assert.Single(matrix.Pairs).Value);
        Assert.Null(matrix.Largest);
        Assert.Contains("It has: calm, joy.", Assert.Throws<InputException>(() => matrix["calm", "anger"]).Message);
    }

    [Fact]
    public void Htmt_TooFewCases_AreNamed()
    {
        using var survey = new SmallSurvey("a,,,,,1,5,7\nb,,,,,2,4,\n");
        Assert.Contains("1 cases have a value in each of c1, c2, j1", Assert.Throws<InputException>(() => survey.Read().Htmt()).Message);
    }

    [Fact]
    public void Htmt_AnItemOfTwoScales_IsNotPairedWithItself()
    {
        var shared = Oracle.Read("semtools", "groups.json")["shared"].Number;
        var ofData = Htmt.Of(Moments.Correlation(Holzinger.Values), [[0, 1, 2, 8], [3, 4, 5], [6, 7, 8]], HtmtKind.Arithmetic);
        Oracle.Near(shared, ofData[0, 2], 1e-9);
        var fit = Pathwise.Sem.Specification.ModelSpecification.Parse("visual =~ x1 + x2 + x3 + x9\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9").Fit(Holzinger.Table);
        Oracle.Near(shared, fit.Htmt()["visual", "speed"], 1e-9);
        Assert.Contains("not paired with itself", fit.SummarizeReliability().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Htmt_ScalesOfOneSharedItem_IsUndefined() =>
        Assert.True(double.IsNaN(Htmt.Of(Moments.Correlation(Holzinger.Values), [[0], [0]], HtmtKind.Arithmetic)[0, 1]));
}
