using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Lays the statistics of a resample, which may have lost categories, out as those of the sample that it was drawn from. A threshold beside a lost
/// category coincides with its neighbour, or lies beyond every answer, for which 4 stands (as in lavaan); it has a variance of its own and no covariance, so
/// that, where no other parameter is in it, the other estimates are those of the categories that are there.
/// </summary>
internal static class LostCategories
{
    /// <summary>What stands for a threshold beyond every answer.</summary>
    public const double Beyond = DrawnMargin.Beyond;

    /// <summary>The resample with statistics in the layout of the original; itself where it has lost nothing.</summary>
    public static SampleMoments Restore(SampleMoments resample, SampleMoments original)
    {
        var (own, whole) = (resample.Responses!, original.Responses!);
        if (own.Values.Length == whole.Values.Length)
            return resample;
        var places = new List<int>();
        var thresholds = own.Categories.Select((categories, j) => categories is null ? null : Thresholds(categories, own.Thresholds[j]!, whole.Categories[j]!)).ToArray();
        var values = new List<double>();
        for (var (j, at) = (0, 0); j < thresholds.Length; j++)
        {
            if (whole.Covariates.Contains(j))
                continue;
            foreach (var (value, isKept) in thresholds[j] ?? [(own.Values[at], true)])
            {
                places.Add(isKept ? at++ : -1);
                values.Add(value);
            }
        }

        var (rest, placed) = (whole.Values.Length - values.Count, places.Count(place => place >= 0));
        places.AddRange(Enumerable.Range(placed, rest));
        values.AddRange(own.Values[placed..]);
        int[] layout = [.. places];
        return resample.WithResponses(resample.Covariance, resample.Means!, new(
            whole.Categories,
            [.. thresholds.Select(each => each?.Select(threshold => threshold.Value).ToArray())],
            [.. values],
            () => Spread(own.Asymptotic, own.Values.Length, layout),
            () => own.Inverse is { } inverse ? Spread(inverse, own.Values.Length, layout) : null,
            () => own.Notes)
        {
            Covariates = whole.Covariates,
        });
    }

    /// <summary>
    /// The thresholds between the categories of the original, each with whether it is one between categories of the resample: the one above the k-th
    /// category that is there follows it at once.
    /// </summary>
    internal static (double Value, bool IsKept)[] Thresholds(IReadOnlyList<double> present, IReadOnlyList<double> thresholds, IReadOnlyList<double> categories)
    {
        var (result, below) = (new (double, bool)[categories.Count - 1], 0);
        for (var c = 0; c < result.Length; c++)
        {
            var isThere = below < present.Count && present[below] == categories[c];
            below += isThere ? 1 : 0;
            result[c] = below == 0 ? (-Beyond, false)
                : below == present.Count ? (Beyond, false)
                : (thresholds[below - 1], isThere);
        }

        return result;
    }

    // A matrix of the resample's statistics at the places of the original's; one for a lost one.
    private static Matrix<double> Spread(double[] matrix, int size, int[] places) => Matrix<double>.Build.Dense(
        places.Length, places.Length, (i, j) => places[i] >= 0 && places[j] >= 0 ? matrix[(places[i] * size) + places[j]] : i == j ? 1 : 0);
}
