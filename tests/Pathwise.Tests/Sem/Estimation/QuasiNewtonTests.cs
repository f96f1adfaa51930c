using Pathwise.Sem.Estimation;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class QuasiNewtonTests
{
    [Theory]
    [InlineData("fiml")]
    [InlineData("fiml_path")]
    [InlineData("fiml_metric")]
    [InlineData("poldem")]
    public void Run_AwayFromTheMinimum_ComesBack(string id)
    {
        var fit = LavaanCase.Read(id).Fit();
        double[] start = [.. fit.Values.Select((value, k) => value + (0.05 * Math.Sin(k + 1) * Math.Max(Math.Abs(value), 0.1)))];
        var end = new QuasiNewton(fit.Objective(), fit.Metric!).Run(fit.Constraints.Project(start));
        for (var k = 0; k < start.Length; k++)
            Oracle.Near(fit.Values[k], end![k], 1e-8);
    }

    [Fact]
    public void Run_NoDiscrepancyAtTheStart_FindsNothing()
    {
        var fit = LavaanCase.Read("poldem").Fit();
        Assert.Null(new QuasiNewton(fit.Objective(), fit.Metric!).Run([.. fit.Values.Select(value => -10 * value)]));
    }
}
