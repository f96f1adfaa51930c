using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>
/// Whether the data can tell a correlation from one of the end of the range: its log-likelihood there, an integral of its slope, is less than 0.01 below the
/// maximum. The bound is ours; in tables without empty cells we know of none.
/// </summary>
internal static class FlatLikelihood
{
    private const double LeastDrop = 0.01;

    // Smaller correlations are not looked at, which keeps most pairs from costing anything.
    private const double Least = 0.9;

    /// <summary>Whether a pair whose search ended within the range has a flat likelihood.</summary>
    public static bool Is(PairLikelihood pair)
    {
        var (at, end) = (pair.Correlation, CorrelationSearch.Limit * Math.Sign(pair.Correlation));
        if (pair.EmptyCells == 0 || pair.Outcome == CorrelationOutcome.AtBound || Math.Abs(at) < Least)
            return false;
        var half = (end - at) / 2;
        return -pair.At(at).Curvature * half * half < 1 && Drop(pair, at, half) < LeastDrop;
    }

    private static double Drop(PairLikelihood pair, double at, double half)
    {
        var sum = 0.0;
        for (var k = 0; k < GaussLegendre.Twenty.Points.Length; k++)
            sum -= GaussLegendre.Twenty.Weights[k] * half * pair.At(at + half + (half * GaussLegendre.Twenty.Points[k])).Slope;
        return sum;
    }
}
