using System.Globalization;
using Pathwise.Auditing;
using Pathwise.Auditing.Checks;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

/// <summary>GRIM, GRIMMER, DEBIT and the limits of a scale.</summary>
public sealed class GranularityTests
{
    [Fact]
    public void Grim_PublishedCases_HaveTheirVerdicts()
    {
        var cases = Cases("grim.csv");
        for (var i = 0; i < cases.Count; i++)
            Assert.Equal(cases.Texts("possible")[i] == "yes", Grim.IsPossible(Number(cases, "mean", i), Whole(cases, "n", i), Whole(cases, "items", i)));
    }

    [Fact]
    public void Grim_ManyMeans_AreImpossibleInEightOfTwelveCases()
    {
        var cases = Cases("grim-many.csv");
        Assert.Equal(8, Enumerable.Range(0, cases.Count).Count(i => !Grim.IsPossible(Number(cases, "mean", i), Whole(cases, "n", i))));
    }

    [Fact]
    public void Grimmer_PublishedCases_HaveTheirVerdicts()
    {
        var cases = Cases("grimmer.csv");
        for (var i = 0; i < cases.Count; i++)
            Assert.Equal(cases.Texts("possible")[i] == "yes", Grimmer.IsPossible(Number(cases, "mean", i), Number(cases, "sd", i), Whole(cases, "n", i), Whole(cases, "items", i)));
    }

    [Fact]
    public void Debit_PublishedCases_HaveTheirVerdicts()
    {
        var cases = Cases("debit.csv");
        for (var i = 0; i < cases.Count; i++)
            Assert.Equal(cases.Texts("possible")[i] == "yes", Debit.IsPossible(Number(cases, "mean", i), Number(cases, "sd", i), Whole(cases, "n", i)));
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
    [InlineData("5.43", 52, FindingStatus.Inconsistent, "With 51 cases it is possible (277/51), so at least 1 may be missing.")]
    [InlineData("5.83", 52, FindingStatus.Consistent, "5.83 is possible with n = 52: 303/52.")]
    [InlineData("5.43", 152, FindingStatus.Untestable, "With 152 answers every mean of 2 decimals is possible.")]
    public void Audit_AMean_IsTestedByGrim(string printed, int n, FindingStatus status, string message)
    {
        var finding = Reported.AuditOne("GRIM", Reported.As(StatisticKind.Mean, printed).With("items: 1") with { N = n });
        Assert.Equal(status, finding.Status);
        Assert.EndsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_AShareOfKnownCases_IsTestedByGrim()
    {
        Assert.Equal(FindingStatus.Consistent, Reported.AuditOne("GRIM", Reported.As(StatisticKind.Percentage, "43.5%") with { N = 92 }).Status);
        Assert.Equal(FindingStatus.Inconsistent, Reported.AuditOne("GRIM", Reported.As(StatisticKind.Percentage, "60.6%") with { N = 92 }).Status);
        Assert.Equal(FindingStatus.Untestable, Reported.AuditOne("GRIM", Reported.As(StatisticKind.Mean, "3.52")).Status);
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

    [Theory]
    [InlineData("7.2", FindingStatus.Inconsistent)]
    [InlineData("7.0", FindingStatus.Consistent)]
    public void Audit_AMean_LiesOnItsScale(string mean, FindingStatus status) =>
        Assert.Equal(status, Reported.AuditOne("limits of the scale", Reported.As(StatisticKind.Mean, mean).With("scale: 1-7")).Status);

    [Fact]
    public void Audit_AScaleThatIsNone_IsAMistake() => Assert.Contains(
        "'scale' is '7'",
        Assert.Throws<InputException>(() => Reported.Audit("", Reported.As(StatisticKind.Mean, "3.2").With("scale: 7"))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("0.18", FindingStatus.Inconsistent)]
    [InlineData("0.49", FindingStatus.Consistent)]
    public void Audit_ABinaryStandardDeviation_IsTestedByDebit(string sd, FindingStatus status)
    {
        var mean = Reported.As(StatisticKind.Mean, "0.35", "m") with { N = 20 };
        var finding = Reported.AuditOne("DEBIT", mean, Reported.As(StatisticKind.StandardDeviation, sd, "sd").Linked("mean: m").With("values: binary"));
        Assert.Equal(status, finding.Status);
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

    private static DataTable Cases(string file) => DataTable.Read(Repository.Fixture("audit", file));

    private static ReportedNumber Number(DataTable cases, string column, int row) => ReportedNumber.Parse(cases.Texts(column)[row]!);

    private static int Whole(DataTable cases, string column, int row) => (int)cases.Numbers(column)[row];
}
