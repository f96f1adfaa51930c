using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// What each case contributes to the slopes of the log-likelihood: u'Vd w'Vd - u'VCVw + dmu'Vd for a case's deviation d, with V the inverse of
/// the implied covariances and C either these (likelihood scores) or the sample's (asymptotically distribution-free moments).
/// </summary>
internal static class CaseScores
{
    /// <summary>Mean over all cases of the scores' outer products, t x t: the information of first order (Huber 1967).</summary>
    public static double[] CrossProducts(ModelStructure structure, double[] free, IReadOnlyList<SampleMoments> samples) =>
        Sum(structure, free, samples, aboutSample: false);

    /// <summary>
    /// D' W G W D for derivatives D, normal-theory weights W at the implied covariances and the fourth-order moments G about the sample's
    /// moments, which have no ridge (Browne 1984; Satorra and Bentler 1994). With fixed exogenous variables, as lavaan has it, the moments are those of what these do
    /// not predict.
    /// </summary>
    public static double[] FourthOrder(ModelStructure structure, double[] free, IReadOnlyList<SampleMoments> samples) =>
        Sum(structure, free, samples, aboutSample: true);

    /// <summary>
    /// The slopes of each case's log-likelihood by the free parameters, n x t row-major, in a single group; without a mean structure about the
    /// sample's means. Their sum vanishes at estimates of normal likelihood.
    /// </summary>
    public static double[] OfCases(ModelStructure structure, double[] free, SampleMoments sample)
    {
        var moments = new ImpliedMoments(structure, 0);
        moments.Update(free);
        var (t, derivatives, result) = (free.Length, ImpliedDerivatives.Of(moments), new double[sample.Count * free.Length]);
        var centre = structure.HasMeans ? moments.Mu : sample.Means!.ToArray();
        foreach (var pattern in sample.Cases!.EnumerateRows().Index().GroupBy(row => Key(row.Item)))
        {
            var weights = new PatternWeights(moments, derivatives, pattern.First().Item, null);
            foreach (var (i, row) in pattern)
                weights.Write(row, centre, structure.HasMeans, result.AsSpan(i * t, t));
        }

        return result;
    }

    private static double[] Sum(
        ModelStructure structure, double[] free, IReadOnlyList<SampleMoments> samples, bool aboutSample)
    {
        var result = new double[free.Length * free.Length];
        double total = samples.Sum(sample => sample.Count);
        for (var g = 0; g < samples.Count; g++)
        {
            var moments = new ImpliedMoments(structure, g);
            moments.Update(free);
            var centre = aboutSample || !structure.HasMeans ? samples[g].Means!.ToArray() : moments.Mu;
            var derivatives = ImpliedDerivatives.Of(moments);
            foreach (var pattern in samples[g].Cases!.EnumerateRows().GroupBy(Key))
            {
                var own = samples[g].WithRidge(0);
                var predicted = aboutSample ? PredictedMoments.Of(structure.Table, own) : null;
                var weights = new PatternWeights(moments, derivatives, pattern.First(), aboutSample ? predicted is null ? own.Covariance : own.Covariance - predicted.Covariance : null);
                foreach (var row in pattern)
                    weights.Add(row, centre, predicted, structure.HasMeans, 1 / total, result);
            }
        }

        Mirror(result, free.Length);
        return result;
    }

    private static string Key(Vector<double> row) => string.Concat(row.Select(value => double.IsNaN(value) ? '0' : '1'));

    private static void Mirror(double[] matrix, int n)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
                matrix[(j * n) + i] = matrix[(i * n) + j];
        }
    }

    /// <summary>The derivatives, weighted for the cases of one pattern of observed variables.</summary>
    private sealed class PatternWeights
    {
        private readonly int[] positions;
        private readonly int size;
        private readonly double[] vu, vw, vm, centre, score, deviation;

        public PatternWeights(ImpliedMoments moments, ImpliedDerivatives derivatives, Vector<double> row, Matrix<double>? spread)
        {
            (positions, size) = (derivatives.Positions, moments.Size);
            var v = PaddedInverse(moments, [.. Enumerable.Range(0, size).Where(i => !double.IsNaN(row[i]))]);
            int count = positions.Length;
            (vu, vw, vm) = (new double[count * size], new double[count * size], new double[count * size]);
            FlatMatrix.Multiply(derivatives.U, v, vu, count, size, size);
            FlatMatrix.Multiply(derivatives.W, v, vw, count, size, size);
            FlatMatrix.Multiply(derivatives.Mu, v, vm, count, size, size);
            (centre, score, deviation) = (new double[count], new double[count], new double[size]);
            var middle = spread?.ToRowMajorArray() ?? moments.Sigma;
            var product = new double[count * size];
            FlatMatrix.Multiply(vu, middle, product, count, size, size);
            for (var k = 0; k < count; k++)
                centre[k] = Dot(product, k, vw.AsSpan(k * size, size));
        }

        public void Add(Vector<double> row, double[] about, PredictedMoments? predicted, bool hasMeans, double weight, double[] result)
        {
            Score(row, about, hasMeans);
            if (predicted is not null)
            {
                predicted.Project(deviation);
                for (var k = 0; k < score.Length; k++)
                    score[k] -= Product(k, hasMeans);
            }

            var n = (int)Math.Sqrt(result.Length);
            for (var a = 0; a < score.Length; a++)
            {
                for (var b = 0; b < score.Length; b++)
                {
                    if (positions[b] <= positions[a])
                        result[(positions[a] * n) + positions[b]] += weight * score[a] * score[b];
                }
            }
        }

        public void Write(Vector<double> row, double[] about, bool hasMeans, Span<double> target)
        {
            Score(row, about, hasMeans);
            for (var k = 0; k < score.Length; k++)
                target[positions[k]] += score[k];
        }

        private void Score(Vector<double> row, double[] about, bool hasMeans)
        {
            for (var i = 0; i < size; i++)
                deviation[i] = double.IsNaN(row[i]) ? 0 : row[i] - about[i];
            for (var k = 0; k < score.Length; k++)
                score[k] = Product(k, hasMeans) - centre[k];
        }

        private double Product(int k, bool hasMeans) =>
            (Dot(vu, k, deviation) * Dot(vw, k, deviation)) + (hasMeans ? Dot(vm, k, deviation) : 0);

        private double Dot(double[] matrix, int row, ReadOnlySpan<double> vector) =>
            VectorKernels.Dot(matrix.AsSpan(row * size, size), vector);

        private static double[] PaddedInverse(ImpliedMoments moments, int[] at)
        {
            int n = at.Length, p = moments.Size;
            var inverse = Matrix<double>.Build.Dense(n, n, (i, j) => moments.Sigma[(at[i] * p) + at[j]]).Inverse();
            var result = new double[p * p];
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    result[(at[i] * p) + at[j]] = inverse[i, j];
            }

            return result;
        }
    }
}
