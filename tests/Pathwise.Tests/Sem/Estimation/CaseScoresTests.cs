using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Tests.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class CaseScoresTests
{
    // Each case's log-likelihood by the density, differenced; away from the estimates, where the scores do not add up to zero.
    [Fact]
    public void CrossProducts_AreThoseOfDifferencedLogLikelihoods()
    {
        var fit = Fits.Of(Fits.Factors, options: new() { MeanStructure = true }, n: 30);
        double[] point = [.. fit.Values.Select((value, k) => value + (0.05 * Math.Sin(k + 1)))];
        var t = point.Length;
        double[][] scores = [.. Enumerable.Range(0, t).Select(k => Slopes.Of(LogLikelihoods, point, k))];
        var expected = new double[t * t];
        for (var a = 0; a < t * t; a++)
            expected[a] = scores[a / t].Zip(scores[a % t], (x, y) => x * y).Sum() / 30;
        Oracle.Near(expected, CaseScores.CrossProducts(fit.Structure, point, fit.Sample), 1e-6);

        double[] LogLikelihoods(double[] free)
        {
            var at = fit.At(free);
            var (sigma, mu) = (at.ImpliedCovariance(), at.ImpliedMeans()!);
            var (inverse, constant) = (sigma.Inverse(), Math.Log(sigma.Determinant()));
            return [.. fit.Sample[0].Cases!.EnumerateRows().Select(row => -(constant + ((row - mu) * inverse * (row - mu))) / 2)];
        }
    }
}
