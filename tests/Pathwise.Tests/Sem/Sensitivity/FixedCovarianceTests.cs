using Pathwise.Sem.Sensitivity;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class FixedCovarianceTests
{
    [Theory]
    [InlineData(-0.96)]
    [InlineData(0.3)]
    [InlineData(0.98)]
    public void Solve_ACorrelation_IsWhatTheDisturbancesHave(double rho)
    {
        var (fit, paths, _) = Mediations.Begin(Mediations.Full, Mediations.Democracy, new() { Effect = Mediations.Indirect });
        var solved = new FixedCovariance(fit, paths).Solve(0)!.Solve(rho)!;
        var psi = solved.Moments.Disturbances;
        Oracle.Near(rho, psi[paths.Sources[0], paths.Target] / Math.Sqrt(psi[paths.Sources[0], paths.Sources[0]] * psi[paths.Target, paths.Target]), 1e-7);
        Assert.True(psi[paths.Target, paths.Target] > 0);
        Assert.True(Mediations.ChiSquare(solved.Fit) > 38.1252182);
    }

    [Fact]
    public void Solve_SeveralMediators_HaveTheCorrelationEach()
    {
        var full = Mediations.SecondOrder.Replace(" + collaboration", "", StringComparison.Ordinal);
        var (fit, paths, _) = Mediations.Begin(full, Mediations.Study, new() { Effect = "collaboration -> ... -> performance" });
        var solved = new FixedCovariance(fit, paths).Solve(0)!.Solve(0.4)!;
        var psi = solved.Moments.Disturbances;
        Assert.All(paths.Sources, source => Oracle.Near(0.4, psi[source, paths.Target] / Math.Sqrt(psi[source, source] * psi[paths.Target, paths.Target]), 1e-7));
    }
}
