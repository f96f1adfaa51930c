using System.Globalization;
using Pathwise.Auditing;
using Pathwise.Auditing.Checks;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class GrimmerTests
{
    [Fact]
    public void Grimmer_PublishedCases_HaveTheirVerdicts()
    {
        var cases = GranularityCases.Read("grimmer.csv");
        for (var i = 0; i < cases.Count; i++)
            Assert.Equal(cases.Texts("possible")[i] == "yes", Grimmer.IsPossible(GranularityCases.Number(cases, "mean", i), GranularityCases.Number(cases, "sd", i), GranularityCases.Whole(cases, "n", i), GranularityCases.Whole(cases, "items", i)));
    }

    [Fact]
    public void Grimmer_EverySampleThatExists_IsPossible()
    {
        // All samples of six answers from 1 to 5, and all means of two such items of three answers.
        foreach (var sample in Samples(6, 5))
            AssertPossible(sample, sample.Length, 1);
        foreach (var sample in Samples(3, 9).Where(sample => sample.All(y => y >= 2)))
            AssertPossible(sample, sample.Length, 2);
    }

    [Fact]
    public void Grimmer_PairsThatNoSampleHas_AreMostlyImpossible()
    {
        // Among all printed pairs with the means of eight answers, those of no sample of answers from -20 to 20 must not pass.
        var real = Samples(4, 41).Select(sample => Pair(sample.Select(y => y - 21).ToArray(), 1)).ToHashSet();
        var passed = 0;
        var impossible = 0;
        for (var sd = 0; sd < 300; sd++)
        {
            var text = (sd / 100.0).ToString("F2", CultureInfo.InvariantCulture);
            if (real.Contains(("0.25", text)))
                continue;
            impossible++;
            passed += Grimmer.IsPossible(ReportedNumber.Parse("0.25"), ReportedNumber.Parse(text), 4) ? 1 : 0;
        }

        Assert.True(impossible > 200);
        Assert.True(passed < impossible / 20, $"{passed} of {impossible} impossible pairs passed.");
    }

    [Theory]
    [InlineData("1.60", "items: 1", "GRIMMER", FindingStatus.Consistent)]
    [InlineData("1.60", "", "GRIMMER", FindingStatus.Untestable)]
    [InlineData("4.00", "scale: 1-7", "limits of the scale", FindingStatus.Inconsistent)]
    [InlineData("2.60", "scale: 1-7", "limits of the scale", FindingStatus.Consistent)]
    public void Audit_AStandardDeviation_IsTestedWithItsMean(string sd, string detail, string check, FindingStatus status)
    {
        var mean = Reported.As(StatisticKind.Mean, "5.21", "m").With(detail.Length == 0 ? [] : [detail]) with { N = 28 };
        var findings = Reported.Audit(check, mean, Reported.As(StatisticKind.StandardDeviation, sd, "sd").Linked("mean: m"));
        Assert.Equal(status, findings.Single(finding => finding.Statistic.Id == "sd").Status);
    }

    [Fact]
    public void Audit_ADeviationOfAnImpossibleMean_IsLeftToGrim()
    {
        var mean = Reported.As(StatisticKind.Mean, "5.19", "m").With("items: 1") with { N = 28 };
        var finding = Reported.AuditOne("GRIMMER", mean, Reported.As(StatisticKind.StandardDeviation, "1.60", "sd").Linked("mean: m"));
        Assert.Equal(FindingStatus.Consistent, finding.Status);
        Assert.Equal("The mean 5.19 is impossible by itself; nothing follows about 1.60.", finding.Message);
    }

    private static void AssertPossible(int[] sums, int n, int items)
    {
        var (mean, sd) = Pair(sums, items);
        Assert.True(Grimmer.IsPossible(ReportedNumber.Parse(mean), ReportedNumber.Parse(sd), n, items), $"{mean} ({sd}), n = {n}, items = {items}");
    }

    private static (string Mean, string Sd) Pair(int[] sums, int items)
    {
        var values = sums.Select(sum => (double)sum / items).ToArray();
        var mean = values.Average();
        var sd = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return (mean.ToString("F2", CultureInfo.InvariantCulture), sd.ToString("F2", CultureInfo.InvariantCulture));
    }

    // Every multiset of so many whole numbers from 1 to the highest.
    private static IEnumerable<int[]> Samples(int count, int highest, int lowest = 1) => count == 0
        ? [[]]
        : Enumerable.Range(lowest, highest - lowest + 1).SelectMany(first => Samples(count - 1, highest, first).Select(rest => (int[])[first, .. rest]));
}
