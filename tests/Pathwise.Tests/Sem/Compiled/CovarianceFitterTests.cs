using Pathwise.Sem.Compiled;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Compiled;

public sealed class CovarianceFitterTests
{
    [Fact]
    public void Fit_StudyLikeModel_Converges()
    {
        var table = Simulated.Table(Simulated.StudyLike);
        var model = CovarianceModelCompiler.TryCompile(table, out _)!;
        var fitter = new CovarianceFitter(model);
        var cases = Simulated.StudyCases(92, 3);
        var covariance = Simulated.Covariance(cases, 18);
        var status = fitter.Fit(covariance);
        Assert.Equal(FitStatus.Proper, status);
        Assert.Equal(TracingRule.Discrepancy(table, fitter.Values.ToArray(), covariance, 18), fitter.Discrepancy, 1e-10);
    }
}
