namespace Pathwise.Sem.Categorical;

/// <summary>Two continuous variables: Pearson's correlation; with missing values, the most likely one given each variable's own mean and variance.</summary>
internal sealed class PearsonLikelihood : PairLikelihood
{
    private readonly ContinuousMargin first, second;
    private readonly int[] rows;
    private readonly double squares, products;

    public PearsonLikelihood(ContinuousMargin first, ContinuousMargin second)
    {
        (this.first, this.second) = (first, second);
        rows = [.. Enumerable.Range(0, first.Deviates.Length).Where(row => first.Has(row) && second.Has(row))];
        foreach (var row in rows)
        {
            var (x, y) = (first.Deviates[row], second.Deviates[row]);
            squares += (x * x) + (y * y);
            products += x * y;
        }

        if (rows.Length == first.Count && rows.Length == second.Count)
            Take(2 * products / squares);
        else
            Maximize(2 * products / squares);
    }

    public override CorrelationKind Kind => CorrelationKind.Pearson;

    public override int Cases => rows.Length;

    public override void WriteInfluence(Span<double> target)
    {
        var (total, cross) = (0.0, new double[4]);
        var (rho, rest) = (Correlation, (1 - Correlation) * (1 + Correlation));
        foreach (var row in rows)
        {
            var (x, y) = (first.Deviates[row], second.Deviates[row]);
            var score = Score(x, y);
            total += score * score;
            cross[0] += score * (x - (rho * y)) / (first.Deviation * rest);
            cross[1] += score * ((x * (x - (rho * y)) / rest) - 1) / (2 * first.Variance);
            cross[2] += score * (y - (rho * x)) / (second.Deviation * rest);
            cross[3] += score * ((y * (y - (rho * x)) / rest) - 1) / (2 * second.Variance);
        }

        for (var row = 0; row < target.Length; row++)
        {
            var (one, other) = (first.Has(row), second.Has(row));
            var score = one && other ? Score(first.Deviates[row], second.Deviates[row]) : 0;
            var passed = (one ? (cross[0] * first.Influence(0, row)) + (cross[1] * first.Influence(1, row)) : 0)
                + (other ? (cross[2] * second.Influence(0, row)) + (cross[3] * second.Influence(1, row)) : 0);
            target[row] = (score - passed) / total;
        }
    }

    public override (double Slope, double Curvature, double Information) At(double correlation)
    {
        var (rest, n) = ((1 - correlation) * (1 + correlation), rows.Length);
        var distance = squares - (2 * correlation * products);
        var slope = ((n * correlation) + products - (correlation * distance / rest)) / rest;
        var curvature = ((n * (1 + (correlation * correlation))) + (4 * correlation * products) - (distance * (1 + (3 * correlation * correlation)) / rest)) / (rest * rest);
        return (slope, curvature, n * (1 + (correlation * correlation)) / (rest * rest));
    }

    private double Score(double x, double y)
    {
        var rest = (1 - Correlation) * (1 + Correlation);
        var distance = (x * x) - (2 * Correlation * x * y) + (y * y);
        return (Correlation + (x * y) - (Correlation * distance / rest)) / rest;
    }
}
