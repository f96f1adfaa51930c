using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Effects;

public sealed class EffectGradientsTests
{
    [Fact]
    public void Update_StudyLikeModel_GivesTheSlopesAndErrorsOfTheGeneralPath()
    {
        var fit = BootstrappingTests.StudyFit();
        var model = CompiledRefit.Compile(fit)!;
        var catalogue = Bootstrapping.Catalogue(fit, model);
        var gradients = new EffectGradients(model, catalogue);
        var covariance = new ExpectedCovariance(model, fit.Sample[0].Covariance.ToRowMajorArray(), gradients.Parameters, [.. fit.Units]);
        Assert.True(covariance.TryUpdate([.. fit.Values]));

        // The covariances of the estimates themselves.
        var expected = ParameterCovariance.Of(fit)!;
        int[] at = [.. gradients.Parameters.Select(j => model.Positions[j])];
        for (var i = 0; i < at.Length; i++)
        {
            for (var j = 0; j < at.Length; j++)
                Assert.Equal(expected[at[i], at[j]], covariance.Matrix[(i * at.Length) + j] / fit.Multiplier, 1e-9);
        }

        // The effects' slopes, against differences.
        var m = model.VariableCount;
        double[] beta = new double[m * m], inverse = new double[m * m], structural = new double[m * m];
        covariance.CopyStructure(beta, inverse, structural);
        gradients.Update(beta, inverse, structural, [.. fit.Values]);
        var point = new EffectPoint(fit.Structure, catalogue);
        double[] raw = new double[point.Count], standardized = new double[point.Count];
        for (var j = 0; j < at.Length; j++)
        {
            double[] Moved(double by, bool isStandardized)
            {
                double[] free = [.. fit.Values];
                free[at[j]] += by;
                point.Evaluate(new EstimateSpans(free, raw, standardized));
                return [.. isStandardized ? standardized : raw];
            }

            foreach (var isStandardized in new[] { false, true })
            {
                var (above, below) = (Moved(1e-5, isStandardized), Moved(-1e-5, isStandardized));
                for (var k = 0; k < point.Count; k++)
                    Assert.Equal((above[k] - below[k]) / 2e-5, gradients.Of(k, isStandardized)[j], 1e-7);
            }
        }
    }
}
