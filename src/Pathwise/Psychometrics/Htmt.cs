using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Psychometrics;

/// <summary>
/// Heterotrait-monotrait ratio: the mean absolute correlation of items of different scales over the geometric mean of the
/// mean absolute correlations within each. An item that both scales share is not paired with itself: its correlation of one is none
/// between scales.
/// </summary>
internal static class Htmt
{
    /// <summary>The ratio of every pair of scales; <paramref name="scales"/> holds the positions of each scale's items in the correlations.</summary>
    public static Matrix<double> Of(Matrix<double> correlation, IReadOnlyList<IReadOnlyList<int>> scales, HtmtKind kind)
    {
        var within = scales.Select(scale => Mean(Within(correlation, scale), kind)).ToArray();
        return Matrix<double>.Build.Dense(scales.Count, scales.Count, (i, j) =>
            i == j ? 1 : Mean(Between(correlation, scales[i], scales[j]), kind) / Math.Sqrt(within[i] * within[j]));
    }

    private static IEnumerable<double> Within(Matrix<double> correlation, IReadOnlyList<int> items) =>
        items.SelectMany((a, position) => items.Skip(position + 1).Select(b => Math.Abs(correlation[a, b])));

    private static IEnumerable<double> Between(Matrix<double> correlation, IReadOnlyList<int> first, IReadOnlyList<int> second) =>
        first.SelectMany(a => second.Where(b => a != b).Select(b => Math.Abs(correlation[a, b])));

    // A scale of one item has no correlation within: NaN, which becomes undefined in the result.
    private static double Mean(IEnumerable<double> values, HtmtKind kind)
    {
        var all = values.ToArray();
        if (all.Length == 0)
            return double.NaN;
        return kind == HtmtKind.Arithmetic ? all.Average() : Math.Exp(all.Average(Math.Log));
    }
}
