using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

/// <summary>The closed form of complete normal cases against whole matrices of weights and covariances, which know nothing of it.</summary>
public sealed class ResidualVariancesTests
{
    [Theory]
    [InlineData("scalar", Estimator.ML)]
    [InlineData("path_fixed_x", Estimator.ML)]
    [InlineData("path_fixed_x", Estimator.GLS)]
    [InlineData("growth", Estimator.ML)]
    public void OfResiduals_ClosedForm_IsThatOfWholeMatrices(string id, Estimator estimator)
    {
        var fit = LavaanCase.Read(id).Fit(options => options with { Estimator = estimator });
        for (var group = 1; group <= fit.Table.GroupCount; group++)
        {
            var (closed, whole) = (NormalMoments.OfGroup(fit, group)!, DenseMoments.OfGroup(fit, group)!);
            Assert.Equal(whole.Vector.Kept, closed.Vector.Kept);
            Oracle.Near(whole.Variances(), closed.Variances(), 1e-9);
            Oracle.Near(whole.Spread(), closed.Spread(), 1e-9);
            double[] left = new double[fit.Values.Count], right = new double[fit.Values.Count], ours = new double[left.Length * left.Length], theirs = new double[ours.Length];
            for (var k = 0; k < whole.Vector.Count; k++)
            {
                whole.Slopes(k, left);
                closed.Slopes(k, right);
                Oracle.Near(left, right, 1e-9);
                whole.WeightedSlopes(k, left);
                closed.WeightedSlopes(k, right);
                Oracle.Near(left, right, 1e-9);
            }

            NormalMoments.AddGroup(fit, group, 0.5, ours);
            DenseMoments.AddGroup(fit, group, 0.5, theirs);
            Oracle.Near(theirs, ours, 1e-9);
        }
    }
}
