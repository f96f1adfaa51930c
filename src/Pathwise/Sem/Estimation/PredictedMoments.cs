using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>What the fixed exogenous variables of a sample predict of all its variables, themselves included, by linear regression.</summary>
internal sealed class PredictedMoments
{
    private readonly Matrix<double> slopes;
    private readonly int[] held;

    private PredictedMoments(SampleMoments sample, int[] held)
    {
        this.held = held;
        var p = sample.Names.Count;
        var within = Matrix<double>.Build.Dense(held.Length, held.Length, (i, j) => sample.Covariance[held[i], held[j]]);
        var across = Matrix<double>.Build.Dense(held.Length, p, (i, j) => sample.Covariance[held[i], j]);
        slopes = within.Solve(across);
        Covariance = across.TransposeThisAndMultiply(slopes);
    }

    /// <summary>Covariances of the predictions, p x p.</summary>
    public Matrix<double> Covariance { get; }

    /// <summary>Of the variables whose moments a table holds at the sample's; null when there are none.</summary>
    public static PredictedMoments? Of(ParameterTable table, SampleMoments sample)
    {
        int[] held = [.. table.HeldVariables().Select(sample.IndexOf)];
        return held.Length == 0 ? null : new(sample, held);
    }

    /// <summary>Replaces a case's deviations from the means by what is predicted of them.</summary>
    public void Project(double[] deviation)
    {
        var given = Vector<double>.Build.Dense(held.Length, k => deviation[held[k]]);
        slopes.TransposeThisAndMultiply(given).ToArray().CopyTo(deviation, 0);
    }
}
