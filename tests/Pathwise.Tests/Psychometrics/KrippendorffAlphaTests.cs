using Pathwise.Psychometrics;
using Pathwise.Tables;
using Pathwise.Tests.Auditing;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

/// <summary>The worked examples of Krippendorff (2011), Computing Krippendorff's alpha-reliability, to their printed digits.</summary>
public sealed class KrippendorffAlphaTests
{
    private static readonly string[] FourCoders =
    [
        "1 1 . 1", "2 2 3 2", "3 3 3 3", "3 3 3 3", "2 2 2 2", "1 2 3 4", "4 4 4 4", "1 1 2 1", "2 2 2 2", ". 5 5 5", ". . 1 1", ". 3 . .",
    ];

    [Theory]
    [InlineData(MeasurementLevel.Nominal, .743)]
    [InlineData(MeasurementLevel.Ordinal, .815)]
    [InlineData(MeasurementLevel.Interval, .849)]
    [InlineData(MeasurementLevel.Ratio, .797)]
    public void Alpha_FourCodersWithGaps_IsAsPublished(MeasurementLevel level, double expected)
    {
        var alpha = Alpha(FourCoders, level);
        Assert.Equal(expected, alpha.Alpha!.Value, 5e-4);
        Assert.Equal((11, 40), (alpha.Units, alpha.Codes));
    }

    [Fact]
    public void Alpha_TwoCodersOfNames_IsAsPublished()
    {
        Assert.Equal(.095, Alpha(["0 1", "1 1", "0 1", "0 0", "0 0", "0 1", "0 0", "0 0", "1 0", "0 0"]).Alpha!.Value, 5e-4);
        Assert.Equal(.692, Alpha(["a b", "a a", "b b", "b b", "d b", "c c", "c c", "c c", "e e", "d d", "d d", "a d"]).Alpha!.Value, 5e-4);
    }

    [Fact]
    public void Alpha_PerfectAndUniformCodes_AreOneAndUndefined()
    {
        Assert.Equal(1, Alpha(["a a", "b b"]).Alpha);
        Assert.Null(Alpha(["a a", "a a"]).Alpha);
    }

    [Fact]
    public void Alpha_CodesThatDoNotFit_AreMistakes()
    {
        Assert.Contains("'a' is no number", Mistake(() => Alpha(["a b"], MeasurementLevel.Interval)), StringComparison.Ordinal);
        Assert.Contains("'-1' is below zero", Mistake(() => Alpha(["-1 2"], MeasurementLevel.Ratio)), StringComparison.Ordinal);
        Assert.Contains("No row", Mistake(() => Alpha(["a .", ". b"])), StringComparison.Ordinal);
        Assert.Contains("at least two coders", Mistake(() => DataTable.Of(["a"], new double[,] { { 1 } }).KrippendorffAlpha(["a"])), StringComparison.Ordinal);
    }

    private static string Mistake(Action action) => Assert.Throws<InputException>(action).Message;

    private static KrippendorffAlpha Alpha(string[] units, MeasurementLevel level = MeasurementLevel.Nominal)
    {
        using var folder = new StatisticsFolder();
        var rows = units.Select(unit => unit.Replace(".", "", StringComparison.Ordinal).Replace(' ', ','));
        var coders = Enumerable.Range(1, units[0].Split(' ').Length).Select(i => $"c{i}").ToArray();
        return DataTable.Read(folder.Write("codes.csv", string.Join(",", coders) + "\n" + string.Join("\n", rows) + "\n")).KrippendorffAlpha(coders, level);
    }
}
