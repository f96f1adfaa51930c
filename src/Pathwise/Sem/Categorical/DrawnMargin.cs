namespace Pathwise.Sem.Categorical;

/// <summary>A variable of a group's resamples by itself. Scratch memory of one worker; of an ordered one nothing is allocated by a resample.</summary>
internal sealed class DrawnMargin
{
    /// <summary>What stands for a threshold beyond every answer, as in lavaan.</summary>
    public const double Beyond = 4;

    private readonly int[] codes, rows, counts, present, places;

    /// <param name="values">The values of all cases, none of which is missing.</param>
    /// <param name="isOrdered">Whether they are ordered categories.</param>
    public DrawnMargin(double[] values, bool isOrdered)
    {
        (Values, IsOrdered) = (values, isOrdered);
        Categories = isOrdered ? [.. new SortedSet<double>(values)] : [];
        codes = isOrdered ? Array.ConvertAll(values, value => Array.BinarySearch(Categories, value)) : [];
        rows = new int[codes.Length];
        (counts, present, places) = (new int[Categories.Length], new int[Categories.Length], new int[Categories.Length]);
        Scale = new(Categories.Length);
    }

    /// <summary>The values of all cases.</summary>
    public double[] Values { get; }

    /// <summary>Whether they are ordered categories.</summary>
    public bool IsOrdered { get; }

    /// <summary>The categories of all cases; none of a continuous variable.</summary>
    public double[] Categories { get; }

    /// <summary>The categories of the resample.</summary>
    public CategoryScale Scale { get; }

    /// <summary>For each of all cases its category among those of the resample; of a case that was not drawn perhaps none.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>Takes a resample of so many times each case; false when the variable does not vary in it.</summary>
    public bool TryTake(ReadOnlySpan<int> times)
    {
        if (!IsOrdered)
            return Varies(times);
        counts.AsSpan().Clear();
        for (var i = 0; i < times.Length; i++)
            counts[codes[i]] += times[i];
        var found = 0;
        for (var c = 0; c < counts.Length; c++)
        {
            places[c] = found;
            if (counts[c] > 0)
                present[found++] = counts[c];
        }

        if (found < 2)
            return false;
        Scale.Take(present.AsSpan(0, found));
        for (var i = 0; i < codes.Length; i++)
            rows[i] = places[codes[i]];
        return true;
    }

    /// <summary>Writes the thresholds between all categories of the sample; true when a category is lost.</summary>
    public bool WriteThresholds(Span<double> target)
    {
        var below = 0;
        for (var c = 0; c < target.Length; c++)
        {
            below += counts[c] > 0 ? 1 : 0;
            target[c] = below == 0 ? -Beyond : below == Scale.Count ? Beyond : Scale.Thresholds[below - 1];
        }

        return IsOrdered && Scale.Count < counts.Length;
    }

    private bool Varies(ReadOnlySpan<int> times)
    {
        var first = double.NaN;
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] == 0)
                continue;
            if (!double.IsNaN(first) && Values[i] != first)
                return true;
            first = Values[i];
        }

        return false;
    }
}
