using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class ArgumentsTests
{
    private const string Check = "argument";

    [Theory]
    [InlineData("Harman", "Podsakoff")]
    [InlineData("single-factor test", "Podsakoff")]
    [InlineData("reversed arrows", "Thoemmes")]
    [InlineData("reversal of causality", "MacCallum")]
    [InlineData("Gaussian copula", "Becker")]
    [InlineData("complete mediation", "Rucker")]
    public void Audit_AnArgument_IsQuestionableWithItsSource(string argument, string source)
    {
        var finding = Given.AuditOne(Check, Given.As(StatisticKind.Claim, "so").With($"argument: {argument}") with { N = 120 });
        Assert.Equal(FindingStatus.Questionable, finding.Status);
        Assert.Contains(source, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".074", 1)]
    [InlineData("n.s.", 1)]
    [InlineData("< .01", 0)]
    public void Audit_FullMediation_IsQuestionableWhereTheDirectPathIsOnlyNotSignificant(string p, int findings) => Assert.Equal(findings, Given.Audit(
        Check, Given.As(StatisticKind.Claim, "full").Linked("p: p").With("argument: full mediation"), Given.AsP(p, "p")).Length);

    [Theory]
    [InlineData("bc", 92, 1)]
    [InlineData("BCa", 199, 1)]
    [InlineData("bias-corrected and accelerated", 200, 0)]
    [InlineData("bootstrap", 92, 0)]
    public void Audit_ABiasCorrectedInterval_IsQuestionableWithFewCases(string interval, int n, int findings) =>
        Assert.Equal(findings, Given.Audit(Check, Given.As(StatisticKind.Effect, ".3").With($"interval: {interval}") with { N = n }).Length);

    [Theory]
    [InlineData(StatisticKind.Loading, "1.02", 1)]
    [InlineData(StatisticKind.Loading, ".98", 0)]
    [InlineData(StatisticKind.Residual, "-.04", 1)]
    [InlineData(StatisticKind.Residual, ".04", 0)]
    public void Audit_AnImproperValue_IsQuestionable(StatisticKind kind, string printed, int findings) =>
        Assert.Equal(findings, Given.Audit(Check, Given.As(kind, printed)).Length);

    [Fact]
    public void Audit_ACopulaWithManyCases_IsNot() =>
        Assert.Empty(Given.Audit(Check, Given.As(StatisticKind.Claim, "so").With("argument: copula") with { N = 2000 }));

    [Fact]
    public void Audit_OfArgumentsAlone_HasNoInconsistency() =>
        Assert.False(Pathwise.Auditing.PublishedStatisticsAudit.Audit(PublishedStatistics.Of([Given.As(StatisticKind.Claim, "so").With("argument: harman")])).HasInconsistencies);
}
