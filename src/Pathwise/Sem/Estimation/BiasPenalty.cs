using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// The penalty of reduced-bias M-estimation, P = -tr(J^-1 E) / 2, where J is the observed information of the sample and E the sum of the outer products of the cases'
/// scores (Kosmidis and Lunardon 2024). Under linear equalities both are taken in the directions that are free.
/// </summary>
/// <remarks>
/// Its gradient is exact. With s_i and H_i the score and Hessian of case i, U = J^-1 and W = U E U it is
/// - sum_i H_i U s_i - (1/2) grad_theta trace(W Hessian of the log-likelihood) with W held, as d(J^-1) = -J^-1 dJ J^-1. A trace with W is a sum of second
/// derivatives along its eigenvectors, so that both parts are coefficients of gradients along lines. The derivation is ours.
/// </remarks>
internal sealed class BiasPenalty(Objective objective, IReadOnlyList<SampleMoments> samples, ConstraintSet constraints, bool hasMeans)
{
    private readonly int t = objective.Count;
    private readonly double n = samples.Sum(sample => sample.Count);
    private readonly Matrix<double>[][] deviations = [.. samples.Select(sample => Deviations(sample, hasMeans))];

    /// <summary>U, W and the cases' scores at free parameters, with P; null where the observed information is not positive definite or nothing is implied.</summary>
    public PenaltyPoint? At(double[] free)
    {
        if (!double.IsFinite(objective.Value(free)))
            return null;
        var information = Matrix<double>.Build.DenseOfRowMajor(t, t, objective.ObservedInformation(free)) * n;
        if (InformationInverse.Positive(information.ToRowMajorArray(), constraints.Basis) is not { } inverse)
            return null;
        var scores = Scores(free);
        if (scores is null)
            return null;
        var outer = Matrix<double>.Build.Dense(t, t);
        var sum = new double[t];
        foreach (var score in scores.SelectMany(group => group))
        {
            outer += Vector<double>.Build.Dense(score).OuterProduct(Vector<double>.Build.Dense(score));
            VectorKernels.AddScaled(1, score, sum);
        }

        return new(free, inverse, inverse * outer * inverse, scores, Vector<double>.Build.Dense(sum), -inverse.PointwiseMultiply(outer).Enumerate().Sum() / 2);
    }

    /// <summary>The gradient of P.</summary>
    public Vector<double> Gradient(PenaltyPoint point)
    {
        objective.Value(point.Free);
        var gradient = new double[t];
        for (var g = 0; g < samples.Count; g++)
        {
            for (var i = 0; i < deviations[g].Length; i++)
            {
                var direction = (point.Inverse * Vector<double>.Build.Dense(point.Scores[g][i])).ToArray();
                ImpliedSeries.Of(objective.Moments(g), direction, 1)!.AddGradient(1, deviations[g][i], null, hasMeans, -1, gradient);
            }
        }

        AddCurvature(point.Weight, gradient);
        return Vector<double>.Build.Dense(gradient);
    }

    // The second coefficient along w is half the second derivative.
    private void AddCurvature(Matrix<double> weight, double[] gradient)
    {
        var eigen = SymmetricEigen.Of(weight.ToRowMajorArray(), t);
        for (var r = 0; r < t; r++)
        {
            var direction = eigen.Vectors[(r * t)..((r + 1) * t)];
            for (var g = 0; g < samples.Count && eigen.Values[r] != 0; g++)
                ImpliedSeries.Of(objective.Moments(g), direction, 2)!.AddGradient(samples[g].Count, Mean(samples[g]), samples[g].Covariance, hasMeans, -eigen.Values[r], gradient);
        }
    }

    private double[][][]? Scores(double[] free)
    {
        objective.Value(free);
        var scores = new double[samples.Count][][];
        for (var g = 0; g < samples.Count; g++)
        {
            if (ImpliedSeries.Of(objective.Moments(g), null, 0) is not { Inverse: not null } implied)
                return null;
            scores[g] = [.. deviations[g].Select(deviation =>
            {
                var score = new double[t];
                implied.AddGradient(1, deviation, null, hasMeans, 1, score);
                return score;
            })];
        }

        return scores;
    }

    private Matrix<double> Mean(SampleMoments sample) =>
        hasMeans ? sample.Means!.ToColumnMatrix() : Matrix<double>.Build.Dense(sample.Names.Count, 1);

    private static Matrix<double>[] Deviations(SampleMoments sample, bool hasMeans) =>
        [.. sample.Cases!.EnumerateRows().Select(row => (hasMeans ? row : row - sample.Means!).ToColumnMatrix())];
}

/// <summary>A point of the penalty: J^-1, J^-1 E J^-1, the scores of each group's cases, their sum (the gradient of the log-likelihood), and P.</summary>
internal sealed record PenaltyPoint(double[] Free, Matrix<double> Inverse, Matrix<double> Weight, double[][][] Scores, Vector<double> Score, double Value);
