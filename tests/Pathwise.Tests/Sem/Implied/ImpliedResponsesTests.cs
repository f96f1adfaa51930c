using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Implied;

public sealed class ImpliedResponsesTests
{
    private const string Model = "f =~ a + b + x\ng =~ c + d\ng ~ f\na ~~ c\nx ~~ d";

    [Theory]
    [InlineData(Parameterization.Delta, "a ~*~ NA*a\nb ~ NA*1")]
    [InlineData(Parameterization.Theta, "a ~~ NA*a\nb ~ NA*1\nf ~ NA*1")]
    [InlineData(Parameterization.Delta, "f ~ w\nb ~ w + v\nd ~*~ NA*d\ne ~ f + w\ne ~~ a")]
    [InlineData(Parameterization.Theta, "f ~ w\nb ~ w + v\nd ~~ NA*d\ne ~ f + w + a")]
    public void Derivatives_AreThoseOfDifferences(Parameterization parameterization, string freed)
    {
        var moments = Moments(parameterization, freed, out var free);
        var (count, q) = (free.Length, moments.Responses!.StatisticCount);
        var derivatives = ImpliedResponses.Derivatives(moments, ImpliedDerivatives.Of(moments), count);
        for (var k = 0; k < count; k++)
        {
            var slopes = new double[q];
            var width = CentralDifference.Width(free[k], 1);
            CentralDifference.Walk(free, k, width, weight =>
            {
                var values = Values(moments, free);
                for (var i = 0; i < q; i++)
                    slopes[i] += weight * values[i] / width;
            });
            Oracle.Near(slopes, derivatives.AsSpan(k * q, q).ToArray(), 1e-8);
        }
    }

    [Fact]
    public void Write_InDelta_TakesCorrelationsWhateverTheResidualVariances()
    {
        var moments = Moments(Parameterization.Delta, "", out var free);
        var values = Values(moments, free);

        // a|t1, a|t2, b|t1, b|t2, x~1, c|t1, c|t2, d|t1, d|t2, x~~x, then a with b.
        Assert.Equal(moments.Thresholds[0], values[0]);
        Assert.Equal(-moments.Mu[2], values[4]);
        Assert.Equal(moments.Sigma[12], values[9]);
        Assert.Equal(moments.Sigma[1], values[10]);
        Assert.Equal([1.0, 1, 1, 1], new[] { 0, 1, 3, 4 }.Select(i => moments.Sigma[(i * 5) + i]));
    }

    [Fact]
    public void Scales_InTheta_AreOneOverTheDeviationsOfTheResponses()
    {
        var moments = Moments(Parameterization.Theta, "", out _);
        foreach (var i in new[] { 0, 1, 3, 4 })
            Assert.Equal(1 / Math.Sqrt(moments.Sigma[(i * 5) + i]), moments.Scales[i], 15);
        Assert.Equal(1, moments.Scales[2]);
        Assert.Equal(1, moments.ScaledSigma()[0], 14);
    }

    private static double[] Values(ImpliedMoments moments, double[] free)
    {
        Assert.True(moments.Update(free));
        var values = new double[moments.Responses!.StatisticCount];
        ImpliedResponses.Write(moments, values);
        return values;
    }

    private static ImpliedMoments Moments(Parameterization parameterization, string freed, out double[] free)
    {
        var options = new ModelOptions { Ordered = freed.Contains("e ~", StringComparison.Ordinal) ? ["a", "b", "c", "d", "e"] : ["a", "b", "c", "d"], Parameterization = parameterization };
        var table = ModelSpecification.Parse($"{Model}\n{freed}").Table(options, [""], new Dictionary<string, int> { ["a"] = 2, ["b"] = 2, ["c"] = 2, ["d"] = 2, ["e"] = 1 });
        var moments = new ImpliedMoments(ModelStructure.Of(table).GivenCovariates(), 0);
        free = [.. Enumerable.Range(0, table.FreeCount).Select(k => 0.6 + (0.2 * Math.Sin(k + 1)))];
        Assert.True(moments.Update(free));
        return moments;
    }
}
