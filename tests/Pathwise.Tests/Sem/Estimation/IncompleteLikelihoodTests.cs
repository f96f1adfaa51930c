using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

/// <summary>Everything against the sums over patterns, each with a matrix of its own.</summary>
public sealed class IncompleteLikelihoodTests
{
    [Theory]
    [InlineData("fiml")]
    [InlineData("fiml_path")]
    [InlineData("monotone_fiml")]
    [InlineData("panel_fiml_free")]
    public void AllOfIt_AwayFromTheMinimum_IsTheSumOverPatterns(string id)
    {
        var fit = LavaanCase.Read(id).Fit();
        double[] point = [.. fit.Values.Select((value, k) => value + (0.02 * Math.Sin(k + 1) * Math.Max(Math.Abs(value), 0.1)))];
        var moments = new ImpliedMoments(fit.Structure, 0);
        moments.Update(point);
        var (patterns, p) = (fit.Sample[0].Patterns, moments.Size);
        var (whole, parts) = (new IncompleteLikelihood(patterns, p, 0), new LikelihoodDiscrepancy(patterns, p, hasMeans: true, 0));
        Oracle.Near(parts.Value(moments), whole.Value(moments), 1e-12);
        Same(discrepancy => Slopes(discrepancy, p));
        Same(discrepancy => Filled(point.Length, target => discrepancy.AddCurvature(ImpliedColumns.Of(moments), 0.7, target)));
        Same(discrepancy => Filled(point.Length, target => discrepancy.AddInformation(ImpliedDerivatives.Of(moments), 0.7, target)));
        Same(discrepancy => Filled(point.Length, target => discrepancy.AddInformation(ImpliedDerivatives.Of(moments).Without([0, 2]), 0.7, target)));

        void Same(Func<CovarianceDiscrepancy, double[]> take)
        {
            var (expected, actual) = (take(parts), take(whole));
            var scale = expected.Max(Math.Abs);
            for (var i = 0; i < expected.Length; i++)
                Assert.Equal(expected[i], actual[i], 1e-11 * scale);
        }
    }

    [Fact]
    public void Value_NearlySingularCovariances_IsThatOfThePatterns()
    {
        var fit = LavaanCase.Read("fiml").Fit();
        var moments = fit.Implied(1);
        var p = moments.Size;
        for (var i = 0; i < p; i++)
        {
            // The second variable becomes the first but for a millionth.
            moments.Sigma[p + i] = moments.Sigma[(i * p) + 1] = moments.Sigma[i];
        }

        moments.Sigma[p + 1] = moments.Sigma[0] * (1 + 1e-6);
        var patterns = fit.Sample[0].Patterns;
        var (whole, parts) = (new IncompleteLikelihood(patterns, p, 0), new LikelihoodDiscrepancy(patterns, p, hasMeans: true, 0));
        Assert.Equal(parts.Value(moments), whole.Value(moments));
        Assert.Equal(Slopes(parts, p), Slopes(whole, p));
    }

    private static double[] Slopes(CovarianceDiscrepancy discrepancy, int p)
    {
        var (bySigma, byMu) = (new double[p * p], new double[p]);
        discrepancy.Slopes(bySigma, byMu);
        return [.. bySigma, .. byMu];
    }

    private static double[] Filled(int t, Action<double[]> add)
    {
        var target = new double[t * t];
        add(target);
        return target;
    }
}
