using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class InformationCriteriaTests
{
    [Theory]
    [InlineData("105.306", FindingStatus.Consistent)]
    [InlineData("250.0", FindingStatus.Untestable)]
    public void Audit_Aic_FollowsFromChiSquareOrCannotBeTested(string printed, FindingStatus status)
    {
        var chiSquare = Given.As(StatisticKind.ChiSquare, "63.306", "c") with { DegreesOfFreedom = [24] };
        var aic = Given.As(StatisticKind.Aic, printed, "aic").Linked("chi-square: c").With("variables: 9");
        Assert.Equal(status, Given.AuditOne("information criteria", chiSquare, aic).Status);
    }

    [Theory]
    [InlineData("7595.340", FindingStatus.Consistent)]
    [InlineData("7594.340", FindingStatus.Inconsistent)]
    public void Audit_Bic_FollowsFromAic(string printed, FindingStatus status)
    {
        // Holzinger and Swineford as the tutorial prints them: AIC 7517.490, 21 parameters, N = 301.
        var chiSquare = Given.As(StatisticKind.ChiSquare, "85.306", "c") with { DegreesOfFreedom = [24] };
        var aic = Given.As(StatisticKind.Aic, "7517.490", "aic");
        var bic = Given.As(StatisticKind.Bic, printed, "bic").Linked("chi-square: c", "aic: aic").With("variables: 9") with { N = 301 };
        Assert.Equal(status, Given.Audit("information criteria", chiSquare, aic, bic).Single(finding => finding.Statistic.Id == "bic").Status);
    }

    [Fact]
    public void Difference_OfBicAndAic_IsThatOfTheirPenalties()
    {
        // Holzinger and Swineford: BIC 7595.340 - AIC 7517.490 with 21 parameters and N = 301.
        Assert.Equal(7595.340 - 7517.490, InformationCriteria.Difference(21, 301), 1e-3);
        var (byParameters, byDf) = InformationCriteria.AicFromChiSquare(ValueRange.Of(63.306), 21, 24);
        Assert.Equal((105.306, 15.306), (Math.Round(byParameters.Lower, 3), Math.Round(byDf.Lower, 3)));
    }

    [Fact]
    public void Audit_WithoutChiSquareOrAic_IsUntestable()
    {
        Assert.Equal(FindingStatus.Untestable, Given.AuditOne("information criteria", Given.As(StatisticKind.Aic, "7517.5")).Status);
        Assert.Equal(FindingStatus.Untestable, Given.AuditOne("information criteria", Given.As(StatisticKind.Bic, "7595.3")).Status);
    }
}
