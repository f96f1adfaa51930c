using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class BaselineChiSquareTests
{
    [Fact]
    public void BaselineChiSquare_OfEachIndex_HoldsThePrintedOne()
    {
        var chiSquare = ReportedNumber.Parse("85.306").Range;
        Assert.True(BaselineChiSquare.FromCfi(ReportedNumber.Parse(".931").Range, chiSquare, 24, 36).Contains(918.852));
        Assert.True(BaselineChiSquare.FromTli(ReportedNumber.Parse(".896").Range, chiSquare, 24, 36).Contains(918.852));
        Assert.Equal(.896, BaselineChiSquare.Tli(918.852, 36, 85.306, 24), 5e-4);
        Assert.True(double.IsPositiveInfinity(BaselineChiSquare.FromCfi(ReportedNumber.Parse("1.000").Range, chiSquare, 24, 36).Upper));
    }

    [Fact]
    public void Audit_ChiSquareBelowItsDf_AsksForPerfectIndices()
    {
        var chiSquare = Given.As(StatisticKind.ChiSquare, "46.7", "c") with { DegreesOfFreedom = [50] };
        var cfi = Given.As(StatisticKind.Cfi, ".990", "cfi").Linked("chi-square: c").With("variables: 12");
        Assert.Equal(FindingStatus.Inconsistent, Given.AuditOne("baseline chi-square", chiSquare, cfi).Status);
    }
}
