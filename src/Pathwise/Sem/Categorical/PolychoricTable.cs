namespace Pathwise.Sem.Categorical;

/// <summary>
/// The two-way table of two ordered variables, the likelihood of their responses' correlation with the thresholds held (Olsson 1979, two-step), and what a
/// case of each cell moves the correlation by (Muthen 1984). Scratch memory of one worker for so many rows and columns at most; a table allocates
/// nothing.
/// </summary>
internal sealed class PolychoricTable(int mostRows, int mostColumns) : ICorrelationLikelihood
{
    // Below this probability rounding speaks. A correlation at which a cell that someone is in has less is no likely one.
    private const double LeastProbability = 1e-16, Unlikely = 1e-14;

    private readonly CellProbabilities probabilities = new(mostRows, mostColumns);
    private readonly int[] counts = new int[mostRows * mostColumns];
    private readonly double[] adjusted = new double[mostRows * mostColumns];
    private readonly CellCorners[] cells = new CellCorners[mostRows * mostColumns];
    private readonly double[] weights = new double[mostRows * mostColumns], scores = new double[mostRows * mostColumns];
    private readonly double[] byRow = new double[mostRows], byColumn = new double[mostColumns];
    private CategoryScale first = new(0), second = new(0);
    private int occupied;
    private double squares;

    /// <summary>The counts, row by row.</summary>
    public Span<int> Counts => counts.AsSpan(0, first.Count * second.Count);

    /// <summary>Cells that no case is in.</summary>
    public int EmptyCells { get; private set; }

    /// <summary>Begins an empty table of two variables.</summary>
    public void Begin(CategoryScale one, CategoryScale other)
    {
        (first, second) = (one, other);
        Counts.Clear();
    }

    /// <summary>Takes the counts as they are now.</summary>
    public void Take(EmptyCellRule rule)
    {
        EmptyCells = EmptyCellAdjustment.Write(Counts, second.Count, rule, adjusted);
        probabilities.Take(first, second);
        occupied = 0;
        for (int a = 0, i = 0; a < first.Count; a++)
        {
            for (var b = 0; b < second.Count; b++, i++)
            {
                if (counts[i] != 0 || adjusted[i] != 0)
                    (cells[occupied], weights[occupied++]) = (probabilities.Cell(a, b), adjusted[i]);
            }
        }
    }

    /// <inheritdoc/>
    public (double Slope, double Curvature, double Information) At(double correlation)
    {
        Move(correlation);
        double slope = 0, curvature = 0;
        for (var k = 0; k < occupied; k++)
        {
            ref readonly var cell = ref cells[k];
            var probability = probabilities.Probability(cell);
            if (probability < Unlikely && CountOf(cell) > 0)
                return TowardsZero(correlation);
            var inverse = 1 / Math.Max(probability, LeastProbability);
            var score = probabilities.Slope(cell) * inverse;
            slope += weights[k] * score;
            curvature += weights[k] * ((probabilities.Curvature(cell) * inverse) - (score * score));
        }

        return (slope, curvature, curvature < 0 ? 0 : Information());
    }

    /// <summary>Pearson's correlation of the categories' numbers, where a search may begin.</summary>
    public double ProductMoment()
    {
        double n = 0, sumX = 0, sumY = 0, xx = 0, xy = 0, yy = 0;
        for (int a = 0, i = 0; a < first.Count; a++)
        {
            for (var b = 0; b < second.Count; b++, i++)
            {
                double count = counts[i];
                (n, sumX, sumY) = (n + count, sumX + (count * a), sumY + (count * b));
                (xx, xy, yy) = (xx + (count * a * a), xy + (count * a * b), yy + (count * b * b));
            }
        }

        var scale = ((n * xx) - (sumX * sumX)) * ((n * yy) - (sumY * sumY));
        return scale > 0 ? ((n * xy) - (sumX * sumY)) / Math.Sqrt(scale) : 0;
    }

    /// <summary>Works out what a case moves a correlation by, at the correlation: of the counts as they are.</summary>
    public void Influence(double correlation)
    {
        Move(correlation);
        probabilities.Condition();
        squares = 0;
        byRow.AsSpan(0, first.Count).Clear();
        byColumn.AsSpan(0, second.Count).Clear();
        for (var k = 0; k < occupied; k++)
        {
            ref readonly var cell = ref cells[k];
            var (count, inverse) = (CountOf(cell), 1 / Math.Max(probabilities.Probability(cell), LeastProbability));
            scores[k] = probabilities.Slope(cell) * inverse;
            squares += count * scores[k] * scores[k];
            Cross(cell, count * scores[k] * inverse);
        }

        Pass(byRow, first);
        Pass(byColumn, second);
    }

    /// <summary>N times the sum of the cases' squared influences, where all cases have both variables: the asymptotic variance.</summary>
    public double AsymptoticVariance()
    {
        double sum = 0;
        for (var k = 0; k < occupied; k++)
        {
            ref readonly var cell = ref cells[k];
            var influence = (scores[k] - byRow[cell.Row] - byColumn[cell.Column]) / squares;
            sum += CountOf(cell) * influence * influence;
        }

        return first.Cases * sum;
    }

    /// <summary>Writes the influence of a case by its categories (-1: missing), from their scores and what the thresholds pass on.</summary>
    public void WriteInfluence(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, Span<double> target)
    {
        var byCell = adjusted.AsSpan(0, Counts.Length);
        byCell.Clear();
        for (var k = 0; k < occupied; k++)
            byCell[(cells[k].Row * second.Count) + cells[k].Column] = scores[k];
        for (var i = 0; i < target.Length; i++)
        {
            var (a, b) = (rows[i], columns[i]);
            var score = a >= 0 && b >= 0 ? byCell[(a * second.Count) + b] : 0;
            target[i] = (score - (a >= 0 ? byRow[a] : 0) - (b >= 0 ? byColumn[b] : 0)) / squares;
        }
    }

    private void Move(double correlation)
    {
        if (probabilities.Correlation != correlation || correlation == 0)
            probabilities.MoveTo(correlation);
    }

    // Half of the way back, where the derivatives are not to be had.
    private static (double Slope, double Curvature, double Information) TowardsZero(double correlation) => (-correlation, 0, 2);

    private int CountOf(in CellCorners cell) => counts[(cell.Row * second.Count) + cell.Column];

    // The cross products of the scores by correlation and thresholds (A21), but for the thresholds' densities.
    private void Cross(in CellCorners cell, double share)
    {
        var (a, b) = (cell.Row, cell.Column);
        if (a < first.Count - 1)
            byRow[a] += share * probabilities.GivenFirst(a, b);
        if (a > 0)
            byRow[a - 1] -= share * probabilities.GivenFirst(a - 1, b);
        if (b < second.Count - 1)
            byColumn[b] += share * probabilities.GivenSecond(a, b);
        if (b > 0)
            byColumn[b - 1] -= share * probabilities.GivenSecond(a, b - 1);
    }

    // What the thresholds pass on, by category: the cross products times what a case of the category moves each threshold by, its density cancelled.
    private static void Pass(Span<double> cross, CategoryScale scale)
    {
        double expected = 0, above = 0;
        for (var t = 0; t < scale.Count - 1; t++)
            expected += cross[t] * scale.Cumulative[t];
        for (var c = scale.Count - 1; c >= 0; c--)
        {
            above += c < scale.Count - 1 ? cross[c] : 0;
            cross[c] = (above - expected) / scale.Cases;
        }
    }

    // Of all cells, whether someone is in them or not.
    private double Information()
    {
        double total = 0, information = 0;
        for (var k = 0; k < occupied; k++)
            total += weights[k];
        for (var i = 0; i < Counts.Length; i++)
        {
            var cell = probabilities.Cell(i / second.Count, i % second.Count);
            var slope = probabilities.Slope(cell);
            information += slope * slope / Math.Max(probabilities.Probability(cell), LeastProbability);
        }

        return Math.Max(total * information, 1e-12);
    }
}
