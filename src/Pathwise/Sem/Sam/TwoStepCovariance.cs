using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Sam;

/// <summary>
/// The covariance matrix of structural estimates that counts what measurement adds: I22^-1 / N + I22^-1 I21 V11 I12 I22^-1 (Rosseel and Loh 2024; as lavaan's twostep). I is the
/// expected information of a case in the whole model at the estimates of both steps, V11 the covariances of the measurement estimates, those of different blocks zero.
/// </summary>
internal static class TwoStepCovariance
{
    /// <summary>The matrix, in the order of the structural table; null where a matrix has no inverse.</summary>
    public static Matrix<double>? Of(SamSolution solution)
    {
        var (design, point) = (solution.Design, JointPoint.Of(solution.Design));
        int[] first = point.Measurement, second = point.Structural;
        var information = Information(solution, point.Values(solution.Blocks, solution.Values));
        var basis = ParameterCovariance.Basis(solution.Structure);
        var bread = ParameterCovariance.Inverse(Part(information, second, second).ToRowMajorArray(), basis);
        if (bread is null || Measured(solution, point, first) is not { } measured)
            return null;
        var cross = bread * Part(information, second, first);
        var corrected = (bread / solution.Samples.Sum(sample => sample.Count)) + (cross * measured * cross.Transpose());
        return Shrunk(solution, corrected);
    }

    private static Matrix<double> Information(SamSolution solution, double[] values)
    {
        var structure = ModelStructure.Of(solution.Design.Joint);
        var samples = solution.Samples.Select(sample => sample.With(Moments.Divisor.Count)).ToArray();
        var objective = Discrepancies.Build(structure, samples, samples, new EstimationOptions());
        objective.Value(values);
        return Matrix<double>.Build.DenseOfRowMajor(values.Length, values.Length, objective.Information());
    }

    private static Matrix<double> Part(Matrix<double> matrix, int[] rows, int[] columns) =>
        Matrix<double>.Build.Dense(rows.Length, columns.Length, (i, j) => matrix[rows[i], columns[j]]);

    private static Matrix<double>? Measured(SamSolution solution, JointPoint point, int[] first)
    {
        var covariances = solution.Blocks.Select(ParameterCovariance.Of).ToArray();
        return Array.Exists(covariances, each => each is null)
            ? null
            : Matrix<double>.Build.Dense(first.Length, first.Length, (i, j) =>
            {
                var (one, other) = (point.Origins[first[i]], point.Origins[first[j]]);
                return one.Block == other.Block ? covariances[one.Block]![one.Position, other.Position] : 0;
            });
    }

    // With a correction for small samples that leaves a share of the errors, the same share of the errors without measurement.
    private static Matrix<double> Shrunk(SamSolution solution, Matrix<double> corrected)
    {
        if (solution.Design.Options.AlphaCorrection == 0 || ParameterCovariance.Of(solution.Structure) is not { } naive)
            return corrected;
        var share = Math.Min(solution.Design.Options.AlphaCorrection / (solution.Samples.Sum(sample => sample.Count) - 1.0), 1);
        return (share * naive) + ((1 - share) * corrected);
    }
}
