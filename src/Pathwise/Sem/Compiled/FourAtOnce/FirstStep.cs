using System.Runtime.Intrinsics;
using Pathwise.Numerics;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace Pathwise.Sem.Compiled.FourAtOnce;

/// <summary>
/// The step of Fisher scoring from values that many samples share. Its information knows only the values and the gradient is
/// linear in the sample's covariances, hence so is the step: one product with a matrix worked out once.
/// </summary>
internal sealed unsafe class FirstStep
{
    private readonly PinnedNumbers scratch;
    private readonly int p;
    private readonly int row;
    private readonly double* constant;
    private readonly double* weights;
    private readonly double* slopes;
    private readonly double discrepancy;

    private FirstStep(int p, int t, double discrepancy)
    {
        (this.p, this.discrepancy, row) = (p, discrepancy, PaddedKernels.Stride(t));
        var elements = p * (p + 1) / 2;
        scratch = new PinnedNumbers((row * (elements + 1)) + elements + 8);
        constant = scratch.Take(row);
        weights = scratch.Take(elements);
        slopes = scratch.Take(elements * row);
    }

    /// <summary>
    /// The step from values of the free parameters, or null when the information there is not positive definite.
    /// </summary>
    public static FirstStep? From(CovarianceModel working, DerivativeMap map, ReadOnlySpan<double> values)
    {
        var row = PaddedKernels.Stride(working.FreeCount);
        var memory = new PinnedNumbers(LaneKernels.Count * row * (working.FreeCount + 3));
        var evaluation = new LaneEvaluation(working, map);
        var step = From(evaluation, map, values, (Lanes*)memory.Take(LaneKernels.Count * row), (Lanes*)memory.Take(LaneKernels.Count * row * (working.FreeCount + 1)));
        GC.KeepAlive(memory);
        GC.KeepAlive(evaluation);
        return step;
    }

    private static FirstStep? From(LaneEvaluation evaluation, DerivativeMap map, ReadOnlySpan<double> values, Lanes* gradient, Lanes* information)
    {
        var (p, t, row) = (evaluation.ObservedCount, map.X.Length, evaluation.RowOfParameters);
        for (var lane = 0; lane < LaneKernels.Count; lane++)
            evaluation.SetSample(lane, new double[p * p], 0);
        for (var j = 0; j < t; j++)
            gradient[j] = Vector256.Create(values[j]);
        var isRegular = evaluation.Evaluate(gradient);
        evaluation.Differentiate(gradient, Lanes.AllBitsSet);
        evaluation.Curvature(information);
        isRegular &= LaneKernels.Factor(information, t, row);
        if (Vector256.ExtractMostSignificantBits(isRegular) != 0xF)
            return null;
        LaneKernels.Solve(information, t, row, gradient);
        var step = new FirstStep(p, t, evaluation.Discrepancy.ToScalar());
        step.Fill(evaluation, map, gradient, information);
        return step;
    }

    /// <summary>
    /// Writes the step (to be subtracted, in the order of the map) for a p x p covariance matrix; gives the discrepancy at the values
    /// but for the logarithm of the sample's determinant.
    /// </summary>
    public double Take(ReadOnlySpan<double> covariance, double* step)
    {
        Buffer.MemoryCopy(constant, step, row * sizeof(double), row * sizeof(double));
        var trace = 0.0;
        for (int i = 0, element = 0; i < p; i++)
        {
            for (var j = 0; j <= i; j++, element++)
            {
                var value = covariance[(i * p) + j];
                trace += value * weights[element];
                PaddedKernels.AddScaled(value, slopes + (element * row), step, row);
            }
        }

        return discrepancy + trace;
    }

    // dF/dtheta = -2 c (Wx)'S(Wy) and what does not depend on S: the gradient for S = 0, whose step is given. Four elements of S at once.
    private void Fill(LaneEvaluation evaluation, DerivativeMap map, Lanes* stepWithoutSample, Lanes* information)
    {
        var t = map.X.Length;
        for (var j = 0; j < t; j++)
            constant[j] = stepWithoutSample[j].ToScalar();
        var elements = (from i in Enumerable.Range(0, p) from k in Enumerable.Range(0, i + 1) select (Row: i, Column: k)).ToArray();
        for (var from = 0; from < elements.Length; from += LaneKernels.Count)
            Fill(evaluation, map, elements.AsSpan(from, Math.Min(LaneKernels.Count, elements.Length - from)), from, stepWithoutSample, information);
    }

    private void Fill(LaneEvaluation evaluation, DerivativeMap map, ReadOnlySpan<(int Row, int Column)> elements, int from, Lanes* steps, Lanes* information)
    {
        var t = map.X.Length;
        for (var lane = 0; lane < elements.Length; lane++)
        {
            var (i, k) = elements[lane];
            weights[from + lane] = (i == k ? 1 : 2) * evaluation.Weighted(i, k);
            for (var j = 0; j < t; j++)
                ((double*)(steps + j))[lane] = -2 * map.Scale[j] * Product(evaluation, map.X[j], map.Y[j], i, k);
        }

        LaneKernels.Solve(information, t, row, steps);
        for (var lane = 0; lane < elements.Length; lane++)
        {
            for (var j = 0; j < t; j++)
                slopes[((from + lane) * row) + j] = ((double*)(steps + j))[lane];
        }
    }

    private static double Product(LaneEvaluation evaluation, int x, int y, int i, int k)
    {
        var straight = evaluation.Weighted(x, i) * evaluation.Weighted(y, k);
        return i == k ? straight : straight + (evaluation.Weighted(x, k) * evaluation.Weighted(y, i));
    }
}
