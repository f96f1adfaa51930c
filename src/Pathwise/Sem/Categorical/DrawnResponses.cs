namespace Pathwise.Sem.Categorical;

/// <summary>
/// Thresholds, correlations and, where they are asked for, the asymptotic variances of the correlations of a group's resamples, from how often each of its
/// cases was drawn: the numbers of <see cref="CategoricalSample"/> for the categories that the resample has. Scratch memory of one worker; where all
/// variables are ordered nothing is allocated by a resample.
/// </summary>
internal sealed class DrawnResponses
{
    private readonly DrawnMargin[] margins;
    private readonly EmptyCellRule rule;
    private readonly bool hasVariances;
    private readonly PolychoricTable table;
    private readonly ContinuousPairs? continuous;
    private readonly int[] drawn;

    // By how much the correlation of the responses of all cases exceeds that of their categories' numbers: what a search sets out with.
    private readonly double[] excess;
    private int distinct;

    /// <param name="cases">The cases of the group, n x p and row-major; none is missing.</param>
    /// <param name="isOrdered">For each of the p variables whether it is ordered.</param>
    /// <param name="rule">What is done about empty cells.</param>
    /// <param name="hasVariances">Whether asymptotic variances are wanted.</param>
    public DrawnResponses(double[] cases, IReadOnlyList<bool> isOrdered, EmptyCellRule rule, bool hasVariances)
    {
        (this.rule, this.hasVariances) = (rule, hasVariances);
        var p = isOrdered.Count;
        margins = [.. isOrdered.Select((ordered, j) => new DrawnMargin([.. Enumerable.Range(0, cases.Length / p).Select(i => cases[(i * p) + j])], ordered))];
        var most = margins.Max(margin => margin.Categories.Length);
        (table, drawn, excess) = (new(most, most), new int[cases.Length / p], new double[p * p]);
        continuous = isOrdered.All(ordered => ordered) ? null : new(margins, rule, hasVariances);
        (Covariance, Variances, Means) = (new double[p * p], new double[p * p], new double[p]);
        Variances.AsSpan().Fill(1);
        for (var j = 0; j < p; j++)
            Covariance[(j * p) + j] = 1;
        Thresholds = [.. margins.Select(margin => new double[Math.Max(0, margin.Categories.Length - 1)])];
        Begin();
    }

    /// <summary>Correlations of responses; covariances and variances where a variable is continuous; p x p.</summary>
    public double[] Covariance { get; }

    /// <summary>N times the asymptotic variance of each of them; one where none is wanted, and on the diagonal of ordered variables.</summary>
    public double[] Variances { get; }

    /// <summary>Means of continuous variables, zero of others, p.</summary>
    public double[] Means { get; }

    /// <summary>
    /// Thresholds of each variable between the categories of the whole sample: one beside a category that is lost coincides with its neighbour or stands
    /// beyond every answer.
    /// </summary>
    public double[][] Thresholds { get; }

    /// <summary>Whether a category was lost.</summary>
    public bool HasLostCategories { get; private set; }

    /// <summary>Whether a correlation was found at the end of the range that is searched.</summary>
    public bool HasBound { get; private set; }

    /// <summary>Takes a resample of so many times each case; false when a variable does not vary in it.</summary>
    public bool TryTake(ReadOnlySpan<int> times)
    {
        (distinct, HasLostCategories, HasBound) = (0, false, false);
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] > 0)
                drawn[distinct++] = i;
        }

        for (var j = 0; j < margins.Length; j++)
        {
            if (!margins[j].TryTake(times))
                return false;
            HasLostCategories |= margins[j].WriteThresholds(Thresholds[j]);
        }

        continuous?.Take(times, this);
        for (var j = 0; j < margins.Length; j++)
        {
            for (var i = 0; i < j; i++)
            {
                if (margins[i].IsOrdered && margins[j].IsOrdered)
                    Correlate(i, j, times);
            }
        }

        return true;
    }

    /// <summary>Writes a covariance and its asymptotic variance.</summary>
    public void Set(int i, int j, double covariance, double variance, bool isBound)
    {
        var p = margins.Length;
        Covariance[(i * p) + j] = Covariance[(j * p) + i] = covariance;
        if (hasVariances)
            Variances[(i * p) + j] = Variances[(j * p) + i] = variance;
        HasBound |= isBound;
    }

    private void Correlate(int i, int j, ReadOnlySpan<int> times)
    {
        table.Begin(margins[i].Scale, margins[j].Scale);
        Count(table.Counts, margins[i].Rows, margins[j].Rows, margins[j].Scale.Count, times);
        table.Take(rule);
        var start = table.ProductMoment();
        var (correlation, outcome) = CorrelationSearch.Maximize(table, start + excess[(i * margins.Length) + j]);
        if (hasVariances)
            table.Influence(correlation);
        Set(i, j, correlation, hasVariances ? table.AsymptoticVariance() : 1, outcome == CorrelationOutcome.AtBound);
    }

    private void Begin()
    {
        int[] once = [.. Enumerable.Repeat(1, drawn.Length)];
        if (!TryTake(once))
            return;
        for (var j = 0; j < margins.Length; j++)
        {
            for (var i = 0; i < j; i++)
            {
                if (margins[i].IsOrdered && margins[j].IsOrdered)
                    excess[(i * margins.Length) + j] = Covariance[(i * margins.Length) + j] - ProductMoment(i, j, once);
            }
        }
    }

    private double ProductMoment(int i, int j, ReadOnlySpan<int> times)
    {
        table.Begin(margins[i].Scale, margins[j].Scale);
        Count(table.Counts, margins[i].Rows, margins[j].Rows, margins[j].Scale.Count, times);
        return table.ProductMoment();
    }

    private void Count(Span<int> counts, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, int stride, ReadOnlySpan<int> times)
    {
        for (var k = 0; k < distinct; k++)
        {
            var i = drawn[k];
            counts[(rows[i] * stride) + columns[i]] += times[i];
        }
    }
}
