using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Pathwise.Surveys;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class ReliabilityTests
{
    private static readonly Oracle Psych = Oracle.Read("psych", "psych.json")["reliability"];

    [Theory]
    [InlineData(0, "visual")]
    [InlineData(1, "textual")]
    [InlineData(2, "speed")]
    public void Reliability_OfAScale_IsThatOfPsych(int scale, string name)
    {
        var row = Reliability.Of(name, name, Holzinger.Scale(scale), 0.95);
        Oracle.Near(Psych[name]["alpha"].Number, row.Alpha, 1e-10);
        Oracle.Near(Psych[name]["lower"].Number, row.AlphaInterval!.Value.Lower, 1e-10);
        Oracle.Near(Psych[name]["upper"].Number, row.AlphaInterval!.Value.Upper, 1e-10);
        Oracle.Near(Psych[name]["standardized"].Number, row.StandardizedAlpha, 1e-10);
        Oracle.Near(Psych[name]["average_r"].Number, row.MeanCorrelation, 1e-10);
    }

    [Theory]
    [InlineData(0, "visual")]
    [InlineData(1, "textual")]
    [InlineData(2, "speed")]
    public void ItemStatistics_OfAScale_AreThoseOfPsych(int scale, string name)
    {
        var rows = Reliability.Items(name, AsScale(name, scale).ItemNames, Holzinger.Scale(scale)).ToArray();
        Oracle.Near(Psych[name]["raw_r"].Numbers, rows.Select(row => row.ItemTotal!.Value).ToArray(), 1e-10);
        Oracle.Near(Psych[name]["r_drop"].Numbers, rows.Select(row => row.ItemRest!.Value).ToArray(), 1e-10);
        Oracle.Near(Psych[name]["alpha_drop"].Numbers, rows.Select(row => row.AlphaWithout!.Value).ToArray(), 1e-10);
        Oracle.Near(Psych[name]["mean"].Numbers, rows.Select(row => row.Mean).ToArray(), 1e-10);
        Oracle.Near(Psych[name]["sd"].Numbers, rows.Select(row => row.StandardDeviation).ToArray(), 1e-10);
    }

    [Fact]
    public void Reliabilities_ScaleOfOneItem_AreUndefined()
    {
        using var survey = new SmallSurvey("a,,,,,1,5,7\nb,,,,,2,4,6\nc,,,,,4,1,2\nd,,,,,,1,2\n");
        var rows = survey.Read().Reliabilities();
        Assert.Null(rows[1].Alpha);
        Assert.Null(rows[1].AlphaInterval);
        Assert.Null(rows[1].MeanCorrelation);
        Assert.Equal(4, rows[1].Cases);
        Assert.Equal(3, rows[0].Cases);
        // c2 is reverse-keyed: recoded it agrees with c1.
        Assert.True(rows[0].Alpha > 0.9);
        Assert.Null(survey.Read().ItemStatistics()[2].ItemRest);
    }

    [Fact]
    public void Alpha_ItemsThatCancel_IsUndefined() =>
        Assert.Null(CronbachAlpha.Of(Matrix<double>.Build.DenseOfArray(new double[,] { { 1, -1 }, { -1, 1 } })));

    private static Scale AsScale(string name, int scale) => new()
    {
        Name = name, Title = name, Labels = new Dictionary<int, string>(),
        Items = Holzinger.Scales[scale].Select(i => new Item(Holzinger.Items[i], "", "", name, new AnswerRange(0, 10), IsReversed: false)).ToArray(),
    };
}
