namespace Pathwise.Sem.Categorical;

/// <summary>Two ordered variables (Olsson 1979, two-step): one pass over the cases makes the table, and all else is of its cells.</summary>
internal sealed class PolychoricLikelihood : PairLikelihood
{
    // A cell that someone is in has at least this probability, below which rounding speaks.
    private const double LeastProbability = 1e-16;

    private readonly OrderedMargin first, second;
    private readonly CellProbabilities probabilities;
    private readonly int columns;
    private readonly int[] counts;
    private readonly double[] weights;

    public PolychoricLikelihood(OrderedMargin first, OrderedMargin second, EmptyCellRule rule)
    {
        (this.first, this.second, columns) = (first, second, second.Categories.Length);
        counts = new int[first.Categories.Length * columns];
        for (var row = 0; row < first.Codes.Length; row++)
        {
            if (first.Codes[row] >= 0 && second.Codes[row] >= 0)
                counts[CellOf(row)]++;
        }

        Cases = counts.Sum();
        EmptyCells = counts.Count(count => count == 0);
        weights = EmptyCellAdjustment.Of(counts, columns, rule);
        probabilities = new(first, second);
        Maximize(ProductMoment());
    }

    public override CorrelationKind Kind => CorrelationKind.Polychoric;

    public override int Cases { get; }

    public override int TableCells => counts.Length;

    public override int EmptyCells { get; }

    public override void WriteInfluence(Span<double> target)
    {
        probabilities.MoveTo(Correlation);
        var (scores, squares) = Scores();
        var (byRow, byColumn) = (Passed(first, second, scores, 1), Passed(second, first, scores, columns));
        for (var row = 0; row < target.Length; row++)
        {
            var (a, b) = (first.Codes[row], second.Codes[row]);
            var score = a >= 0 && b >= 0 ? scores[(a * columns) + b] : 0;
            target[row] = (score - (a >= 0 ? byRow[a] : 0) - (b >= 0 ? byColumn[b] : 0)) / squares;
        }
    }

    protected override (double Slope, double Curvature, double Information) At(double correlation)
    {
        if (probabilities.Correlation != correlation || correlation == 0)
            probabilities.MoveTo(correlation);
        double slope = 0, curvature = 0, information = 0, total = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var probability = Math.Max(probabilities.Cells[i], LeastProbability);
            var score = probabilities.CellSlopes[i] / probability;
            slope += weights[i] * score;
            curvature += weights[i] * ((probabilities.CellCurvatures[i] / probability) - (score * score));
            information += probabilities.CellSlopes[i] * score;
            total += weights[i];
        }

        return (slope, curvature, Math.Max(total * information, 1e-12));
    }

    // The score of each cell, and the sum of the cases' squared scores: of the counts as they are.
    private (double[] Scores, double Squares) Scores()
    {
        var (scores, squares) = (new double[counts.Length], 0.0);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = probabilities.CellSlopes[i] / Math.Max(probabilities.Cells[i], LeastProbability);
            squares += counts[i] * scores[i] * scores[i];
        }

        return (scores, squares);
    }

    // What one variable's thresholds pass on, by its category: the cross products of the scores by correlation and thresholds (A21) times
    // the thresholds' influences. The cells of its category c begin at c * (the other stride) and lie step apart.
    private double[] Passed(OrderedMargin of, OrderedMargin other, double[] scores, int step)
    {
        var (stride, root) = (step == 1 ? columns : 1, Math.Sqrt((1 - Correlation) * (1 + Correlation)));
        var passed = new double[of.Categories.Length];
        for (var t = 0; t < of.Parameters; t++)
        {
            var (threshold, cross, below) = (of.Thresholds[t], 0.0, 0.0);
            var density = Numerics.NormalDistribution.Density(threshold);
            for (var c = 0; c < other.Categories.Length; c++)
            {
                var upTo = c < other.Parameters ? Numerics.NormalDistribution.Cdf((other.Thresholds[c] - (Correlation * threshold)) / root) : 1;
                var (low, high) = ((t * stride) + (c * step), ((t + 1) * stride) + (c * step));
                cross += density * (upTo - below) * (Share(low, scores) - Share(high, scores));
                below = upTo;
            }

            for (var c = 0; c < passed.Length; c++)
                passed[c] += cross * of.Influence(t, c);
        }

        return passed;
    }

    private double Share(int cell, double[] scores) => counts[cell] * scores[cell] / Math.Max(probabilities.Cells[cell], LeastProbability);

    private int CellOf(int row) => (first.Codes[row] * columns) + second.Codes[row];

    // Pearson's correlation of the categories' numbers, where the search begins.
    private double ProductMoment()
    {
        double n = 0, sumX = 0, sumY = 0, xx = 0, xy = 0, yy = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            double count = counts[i], a = i / columns, b = i % columns;
            (n, sumX, sumY) = (n + count, sumX + (count * a), sumY + (count * b));
            (xx, xy, yy) = (xx + (count * a * a), xy + (count * a * b), yy + (count * b * b));
        }

        var scale = ((n * xx) - (sumX * sumX)) * ((n * yy) - (sumY * sumY));
        return scale > 0 ? ((n * xy) - (sumX * sumY)) / Math.Sqrt(scale) : 0;
    }
}
