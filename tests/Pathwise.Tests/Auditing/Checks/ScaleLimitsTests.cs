using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class ScaleLimitsTests
{
    [Theory]
    [InlineData("7.2", FindingStatus.Inconsistent)]
    [InlineData("7.0", FindingStatus.Consistent)]
    public void Audit_AMean_LiesOnItsScale(string mean, FindingStatus status) =>
        Assert.Equal(status, Given.AuditOne("limits of the scale", Given.As(StatisticKind.Mean, mean).With("scale: 1-7")).Status);

    [Fact]
    public void Audit_AScaleThatIsNone_IsAMistake() => Assert.Contains(
        "'scale' is '7'",
        Assert.Throws<InputException>(() => Given.Audit("", Given.As(StatisticKind.Mean, "3.2").With("scale: 7"))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(4, 2)]
    [InlineData(4, 10)]
    [InlineData(2.5, 4)]
    public void LargestStandardDeviation_OfAnswersAtTheEnds_IsTheirs(double mean, int n)
    {
        // On a scale from 1 to 7 the answers 1 and 7 in the proportion that has this mean.
        var high = (int)Math.Round(n * (mean - 1) / 6);
        var answers = Enumerable.Range(0, n).Select(i => i < high ? 7.0 : 1.0).ToArray();
        Assert.Equal(mean, answers.Average(), 1e-12);
        var deviation = Math.Sqrt(answers.Sum(answer => (answer - mean) * (answer - mean)) / (n - 1));
        Assert.Equal(deviation, ScaleLimits.LargestStandardDeviation(mean, 1, 7, n), 1e-12);
    }

    [Fact]
    public void LargestStandardDeviation_OfAMeanOffTheScale_IsZero() => Assert.Equal(0, ScaleLimits.LargestStandardDeviation(8, 1, 7, 10));
}
