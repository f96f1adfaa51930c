using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Sam;

/// <summary>
/// Covariances of estimates by the infinitesimal jackknife (Jaeckel 1972; Efron 1982): the sum over cases of U U', where U says how the estimates of both steps change with the
/// weight of a case. It asks for no distribution, so that products, which are not normal, do it no harm; where the estimates are functions of the
/// moments alone it is what the sandwich with the sample's fourth-order moments gives.
/// </summary>
internal static class JackknifeCovariance
{
    // Central differences; the error is of the order of its square.
    private const double Width = 1e-3;

    // The work grows with the square of the number of cases.
    private const int MostCases = 5000;

    /// <summary>The matrix, in the order of the structural table; null where a weighted sample has no solution, compiled code does not fit it, or there are more than 5,000 cases.</summary>
    public static Matrix<double>? Of(SamSolution solution, CompiledSam? compiled)
    {
        if (compiled is null || solution.Samples[0].Count > MostCases)
            return null;
        var (estimator, t) = (new SamEstimator(compiled), solution.Values.Count);
        var positions = compiled.Structure.Model.Positions;
        var n = solution.Samples[0].Count;
        var weights = new double[n];
        Array.Fill(weights, 1);
        var sum = Matrix<double>.Build.Dense(t, t);
        for (var i = 0; i < n; i++)
        {
            var change = Vector<double>.Build.Dense(t);
            foreach (var side in new[] { 1, -1 })
            {
                weights[i] = 1 + (side * Width);
                if (!estimator.Estimate(weights, n).HasConverged())
                    return null;
                for (var j = 0; j < positions.Length; j++)
                    change[positions[j]] += side * estimator.Structure.Values[j] / (2 * Width);
            }

            weights[i] = 1;
            sum += change.OuterProduct(change);
        }

        return sum;
    }
}
