namespace Pathwise.Sem.Categorical;

/// <summary>Two continuous variables given covariates: the correlation of their residuals; with missing values the most likely one.</summary>
internal sealed class ConditionalPearson : ConditionalPair
{
    private readonly LinearMargin first, second;
    private readonly double squares, products;

    public ConditionalPearson(LinearMargin first, LinearMargin second, int cases)
        : base(first, second, cases)
    {
        (this.first, this.second) = (first, second);
        foreach (var row in Rows)
        {
            var (x, y) = (first.Deviates[row], second.Deviates[row]);
            squares += (x * x) + (y * y);
            products += x * y;
        }

        if (Rows.Length == first.Count && Rows.Length == second.Count)
            Take(2 * products / squares);
        else
            Maximize(2 * products / squares);
    }

    public override CorrelationKind Kind => CorrelationKind.Pearson;

    public override (double Slope, double Curvature, double Information) At(double correlation)
    {
        var (rest, n) = ((1 - correlation) * (1 + correlation), Rows.Length);
        var distance = squares - (2 * correlation * products);
        var slope = ((n * correlation) + products - (correlation * distance / rest)) / rest;
        var curvature = ((n * (1 + (correlation * correlation))) + (4 * correlation * products) - (distance * (1 + (3 * correlation * correlation)) / rest)) / (rest * rest);
        return (slope, curvature, n * (1 + (correlation * correlation)) / (rest * rest));
    }

    protected override (double[] Scores, double[] First, double[] Second) Derivatives()
    {
        var (rho, n) = (Correlation, Rows.Length);
        var rest = (1 - rho) * (1 + rho);
        double[] scores = new double[n], meanOne = new double[n], varianceOne = new double[n], meanOther = new double[n], varianceOther = new double[n];
        for (var i = 0; i < n; i++)
        {
            var (x, y) = (first.Deviates[Rows[i]], second.Deviates[Rows[i]]);
            var distance = (x * x) - (2 * rho * x * y) + (y * y);
            scores[i] = (rho + (x * y) - (rho * distance / rest)) / rest;
            (meanOne[i], varianceOne[i]) = ((x - (rho * y)) / (first.Deviation * rest), ((x * (x - (rho * y)) / rest) - 1) / (2 * first.Variance));
            (meanOther[i], varianceOther[i]) = ((y - (rho * x)) / (second.Deviation * rest), ((y * (y - (rho * x)) / rest) - 1) / (2 * second.Variance));
        }

        return (scores, first.Cross(Rows, scores, meanOne, varianceOne), second.Cross(Rows, scores, meanOther, varianceOther));
    }
}
