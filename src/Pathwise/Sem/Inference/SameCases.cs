using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Inference;

/// <summary>Whether two fits are of the same cases, in whatever order of cases, variables and groups.</summary>
internal static class SameCases
{
    /// <summary>True when every group has the same values (or moments) of the same variables.</summary>
    public static bool Of(FitResult first, FitResult second)
    {
        var others = second.Sample.ToDictionary(sample => sample.Group);
        return first.Sample.All(sample => others.TryGetValue(sample.Group, out var other) && AreSame(sample, other.Select(sample.Names)));
    }

    private static bool AreSame(SampleMoments first, SampleMoments second) => first.Cases is { } cases && second.Cases is { } others
        ? HaveSameRows(cases, others)
        : first.Count == second.Count && HaveSameMoments(first, second.With(first.Divisor));

    private static bool HaveSameRows(Matrix<double> first, Matrix<double> second)
    {
        if (first.RowCount != second.RowCount)
            return false;
        double[][] left = first.ToRowArrays(), right = second.ToRowArrays();
        if (left.Zip(right).All(pair => Compare(pair.First, pair.Second) == 0))
            return true;
        Array.Sort(left, Compare);
        Array.Sort(right, Compare);
        return left.Zip(right).All(pair => Compare(pair.First, pair.Second) == 0);
    }

    private static int Compare(double[] first, double[] second) => first.AsSpan().SequenceCompareTo(second);

    // Published moments are rounded; they are the same to what a change of divisor costs.
    private static bool HaveSameMoments(SampleMoments first, SampleMoments second)
    {
        var deviations = first.Covariance.Diagonal().PointwiseSqrt();
        var apart = (first.Covariance - second.Covariance).PointwiseDivide(deviations.OuterProduct(deviations)).Enumerate().Max(Math.Abs);
        var shift = first.Means is { } means && second.Means is { } others ? (means - others).PointwiseDivide(deviations).AbsoluteMaximum() : 0;
        return apart < 1e-8 && shift < 1e-8;
    }
}
