using Pathwise.Sem.Implied;
using Xunit;

namespace Pathwise.Tests.Sem.Implied;

public sealed class ImpliedCurvatureTests
{
    [Fact]
    public void Add_IsHalfTheDifferencesOfTheGradient()
    {
        var point = ModelInPlace.Point;
        var moments = ModelInPlace.At(point);
        var (p, t) = (moments.Size, point.Length);
        double[] bySigma = [.. Enumerable.Range(0, p * p).Select(e => 1.0 / (1 + (e / p) + (e % p)))], byMu = [.. Enumerable.Range(0, p).Select(i => 1.0 - (0.3 * i))];
        var curvature = new double[t * t];
        ImpliedCurvature.Add(moments, ImpliedColumns.Of(moments), bySigma, byMu, 3, curvature);
        for (var k = 0; k < t; k++)
            Oracle.Near([.. Slopes.Of(Gradient, point, k).Select(slope => 1.5 * slope)], curvature.AsSpan(k * t, t).ToArray(), 1e-7);

        double[] Gradient(double[] free)
        {
            var gradient = new double[t];
            ModelInPlace.At(free).AddGradient(bySigma, byMu, gradient);
            return gradient;
        }
    }
}
