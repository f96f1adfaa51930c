using System.Globalization;
using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Pathwise.Tables;
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

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Grimmer_EveryPairUpToSevenAnswers_IsPossibleWhereASampleHasIt(int n)
    {
        // All sums and sums of squares of n answers from -8 to 10; a mean up to 2 and a deviation up to 3 leave no answer beyond.
        var reached = Reached(n, -8, 10);
        var real = reached.SelectMany(pair => Printed(pair, n)).ToHashSet();
        foreach (var mean in real.Select(pair => pair.Mean).ToHashSet().Where(mean => mean is >= 0 and <= 200))
        {
            for (var sd = 0; sd <= 300; sd++)
            {
                var isPossible = Grimmer.IsPossible(Hundredths(mean), Hundredths(sd), n);
                Assert.True(isPossible == real.Contains((mean, sd)), $"n = {n}, mean {mean}, sd {sd} (hundredths): {isPossible}");
            }
        }
    }

    [Theory]
    [InlineData("0.00", "2.00", 2, false)] // k and -k have sd k root 2
    [InlineData("2.00", "2.24", 3, false)]
    [InlineData("1.50", "2.24", 4, false)]
    [InlineData("1000000.5", "700000.1", 2, false)]
    [InlineData("3.00", "707.11", 2, true)] // k = 1000, of the parity of the sum
    [InlineData("3.50", "707.11", 2, false)]
    public void Grimmer_FewAnswers_AreCountedExactly(string mean, string sd, int n, bool isPossible) =>
        Assert.Equal(isPossible, Grimmer.IsPossible(ReportedNumber.Parse(mean), ReportedNumber.Parse(sd), n));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Audit_AnswersOnAScale_ArePossibleWhereACombinationHasThem(int n)
    {
        var real = Samples(n, 7).Select(sample => Pair(sample, 1)).ToHashSet();
        foreach (var mean in real.Select(pair => pair.Mean).Distinct())
        {
            for (var sd = 0; sd <= 440; sd += 3)
            {
                var text = (sd / 100.0).ToString("F2", CultureInfo.InvariantCulture);
                var reported = Given.As(StatisticKind.Mean, mean, "m").With("items: 1", "scale: 1-7") with { N = n };
                var finding = Given.AuditOne("GRIMMER", reported, Given.As(StatisticKind.StandardDeviation, text, "sd").Linked("mean: m"));
                Assert.True((finding.Status == FindingStatus.Consistent) == real.Contains((mean, text)), finding.Message);
                Assert.Contains("answers from 1 to 7", finding.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("< 2.00", "1.60")]
    [InlineData("5.21", "< 1.60")]
    [InlineData("100000000000000000000", "1.60")]
    public void Audit_NumbersThatGrimmerCannotUse_AreUntestable(string mean, string sd)
    {
        var statistic = Given.As(StatisticKind.Mean, mean, "m").With("items: 1") with { N = 28 };
        var finding = Given.AuditOne("GRIMMER", statistic, Given.As(StatisticKind.StandardDeviation, sd, "sd").Linked("mean: m"));
        Assert.Equal(FindingStatus.Untestable, finding.Status);
    }

    [Theory]
    [InlineData("1.60", "items: 1", "GRIMMER", FindingStatus.Consistent)]
    [InlineData("1.60", "", "GRIMMER", FindingStatus.Untestable)]
    [InlineData("4.00", "scale: 1-7", "limits of the scale", FindingStatus.Inconsistent)]
    [InlineData("2.60", "scale: 1-7", "limits of the scale", FindingStatus.Consistent)]
    public void Audit_AStandardDeviation_IsTestedWithItsMean(string sd, string detail, string check, FindingStatus status)
    {
        var mean = Given.As(StatisticKind.Mean, "5.21", "m").With(detail.Length == 0 ? [] : [detail]) with { N = 28 };
        var findings = Given.Audit(check, mean, Given.As(StatisticKind.StandardDeviation, sd, "sd").Linked("mean: m"));
        Assert.Equal(status, findings.Single(finding => finding.Statistic.Id == "sd").Status);
    }

    [Fact]
    public void Audit_ADeviationOfAnImpossibleMean_IsLeftToGrim()
    {
        var mean = Given.As(StatisticKind.Mean, "5.19", "m").With("items: 1") with { N = 28 };
        var finding = Given.AuditOne("GRIMMER", mean, Given.As(StatisticKind.StandardDeviation, "1.60", "sd").Linked("mean: m"));
        Assert.Equal(FindingStatus.Consistent, finding.Status);
        Assert.Equal("The mean 5.19 is impossible by itself; nothing follows about 1.60.", finding.Message);
    }

    private static ReportedNumber Hundredths(int value) => ReportedNumber.Parse((value / 100m).ToString("F2", CultureInfo.InvariantCulture));

    private static HashSet<(int Sum, int Squares)> Reached(int n, int lowest, int highest)
    {
        var reached = new HashSet<(int Sum, int Squares)> { (0, 0) };
        for (var i = 0; i < n; i++)
            reached = [.. reached.SelectMany(pair => Enumerable.Range(lowest, highest - lowest + 1).Select(y => (pair.Sum + y, pair.Squares + (y * y))))];
        return reached;
    }

    // Mean and deviation in hundredths, a half rounded either way.
    private static IEnumerable<(int Mean, int Sd)> Printed((int Sum, int Squares) pair, int n)
    {
        var mean = 100m * pair.Sum / n;
        var sd = 100 * Math.Sqrt(Math.Max(pair.Squares - ((double)pair.Sum * pair.Sum / n), 0) / (n - 1));
        return from m in new[] { Math.Ceiling(mean - 0.5m), Math.Floor(mean + 0.5m) }
               from s in new[] { Math.Ceiling(sd - 0.5 - 1e-9), Math.Floor(sd + 0.5 + 1e-9) }
               select ((int)m, (int)s);
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
