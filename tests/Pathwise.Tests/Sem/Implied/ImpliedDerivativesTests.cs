using Pathwise.Sem.Implied;
using Xunit;

namespace Pathwise.Tests.Sem.Implied;

public sealed class ImpliedDerivativesTests
{
    [Fact]
    public void Of_EveryKindOfCell_AgreesWithDifferences()
    {
        var point = ModelInPlace.Point;
        var derivatives = ImpliedDerivatives.Of(ModelInPlace.At(point));
        var p = ModelInPlace.Structure.Observed.Count;
        for (var k = 0; k < derivatives.Positions.Length; k++)
        {
            Oracle.Near(Slopes.Of(free => ModelInPlace.At(free).Sigma, point, derivatives.Positions[k]), Sigma(derivatives, k, p), 1e-8);
            Oracle.Near(Slopes.Of(free => ModelInPlace.At(free).Mu, point, derivatives.Positions[k]), derivatives.Mu.AsSpan(k * p, p).ToArray(), 1e-8);
        }
    }

    [Fact]
    public void Without_TakesOffTheHeldVariablesOwnMomentsAlone()
    {
        var whole = ImpliedDerivatives.Of(ModelInPlace.At(ModelInPlace.Point));
        var (p, count) = (ModelInPlace.Structure.Observed.Count, whole.Positions.Length);
        int[] held = [1, 3];
        var rest = whole.Without(held);
        for (var k = 0; k < count; k++)
        {
            double[] all = Sigma(whole, k, p), left = [.. Sigma(rest, k, p).Zip(Sigma(rest, k + count, p), (a, b) => a + b)];
            Assert.Equal(whole.Positions[k], rest.Positions[k + count]);
            for (var e = 0; e < p * p; e++)
                Assert.Equal(held.Contains(e / p) && held.Contains(e % p) ? 0 : all[e], left[e], 12);
        }
    }

    private static double[] Sigma(ImpliedDerivatives source, int k, int p) => [.. from i in Enumerable.Range(0, p)
        from j in Enumerable.Range(0, p)
        select (source.U[(k * p) + i] * source.W[(k * p) + j]) + (source.W[(k * p) + i] * source.U[(k * p) + j])];
}
