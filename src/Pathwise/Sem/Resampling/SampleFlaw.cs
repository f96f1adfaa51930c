using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// What keeps drawn cases from being fitted, judged by their values. A variance tells less: the sums that it is made of leave a rest of
/// rounding where a variable is constant.
/// </summary>
internal static class SampleFlaw
{
    /// <summary>
    /// The flaw of the n x p cases (row-major, NaN where missing), or null: a variable without values, or with one value alone.
    /// </summary>
    public static FitStatus? Of(ReadOnlySpan<double> cases, int columns)
    {
        for (var j = 0; j < columns; j++)
        {
            if (OfColumn(cases, columns, j, []) is { } flaw)
                return flaw;
        }

        return null;
    }

    /// <summary>The same of cases of which each was drawn so many times, also not at all.</summary>
    public static FitStatus? Of(ReadOnlySpan<double> cases, int columns, ReadOnlySpan<int> counts)
    {
        for (var j = 0; j < columns; j++)
        {
            if (OfColumn(cases, columns, j, counts) is { } flaw)
                return flaw;
        }

        return null;
    }

    // In nearly every sample the second value differs from the first, and the others are not looked at.
    private static FitStatus? OfColumn(ReadOnlySpan<double> cases, int columns, int column, ReadOnlySpan<int> counts)
    {
        var first = double.NaN;
        for (int i = 0, place = column; place < cases.Length; i++, place += columns)
        {
            var value = cases[place];
            if (double.IsNaN(value) || (!counts.IsEmpty && counts[i] == 0))
                continue;
            if (double.IsNaN(first))
                first = value;
            else if (value != first)
                return null;
        }

        return double.IsNaN(first) ? FitStatus.EmptyVariable : FitStatus.ConstantVariable;
    }
}
