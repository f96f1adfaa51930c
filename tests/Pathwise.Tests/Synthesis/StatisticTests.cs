using Pathwise.Auditing.Reported;
using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class StatisticTests
{
    private static Statistic Of(string printed, double lower, double upper, double unit) =>
        new(new Target { Id = "x", Kind = TargetKind.Cfi, Printed = ReportedNumber.Parse(printed) }, _ => 0, lower, upper, unit);

    [Fact]
    public void Distance_InAWindow_IsOneAtItsEnds()
    {
        var statistic = Of(".942", .9415, .9425, .0005);
        Assert.True(statistic.IsTwoSided);
        Oracle.Near([-1, 0, 1], new[] { .9415, .942, .9425 }.Select(statistic.Distance).ToArray(), 1e-9);
        Assert.True(statistic.IsMetBy(.9424) && !statistic.IsMetBy(.9426));
    }

    [Fact]
    public void Distance_OnASide_IsOneAtItsEndAndNothingWellInside()
    {
        var below = Of("< .06", double.NegativeInfinity, .06, .01);
        Oracle.Near([0, 0, 1, 2], new[] { .01, .05, .06, .07 }.Select(below.Distance).ToArray(), 1e-9);
        var above = Of(">= .50", .50, double.PositiveInfinity, .01);
        Oracle.Near([0, 0, -1, -2], new[] { .60, .51, .50, .49 }.Select(above.Distance).ToArray(), 1e-9);
    }
}
