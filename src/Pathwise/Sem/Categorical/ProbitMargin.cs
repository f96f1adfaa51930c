using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>An ordered variable regressed on covariates by ordered probit: thresholds and slopes, by Newton's steps.</summary>
internal sealed class ProbitMargin : ConditionalMargin
{
    // A case's category has at least this probability, so that nothing is divided by zero.
    private const double Least = 1e-300;

    private const int MostSteps = 200;

    private readonly OrderedMargin ordered;

    /// <exception cref="InputException">The covariates tell the categories apart entirely, so that slopes grow without end.</exception>
    public ProbitMargin(OrderedMargin ordered, Covariates covariates, string where)
        : base(ordered.Name, covariates)
    {
        this.ordered = ordered;
        Values = [.. ordered.Thresholds, .. new double[covariates.Count]];
        if (!TryMaximize())
            throw new InputException($"{where}: the covariates {string.Join(", ", covariates.Names)} tell the categories of {Name} apart entirely, or nearly so, and its probit regression on them has no largest likelihood. Leave one out, or join categories.");
        var scores = Values.Select(_ => new double[ordered.Codes.Length]).ToArray();
        for (var row = 0; row < ordered.Codes.Length; row++)
            WriteScores(row, scores);
        TakeInfluences(scores);
    }

    /// <summary>The categories that occur, ascending.</summary>
    public double[] Categories => ordered.Categories;

    public override int Constants => ordered.Parameters;

    protected override int Sign => -1;

    public override bool Has(int row) => ordered.Codes[row] >= 0;

    /// <summary>The limits of a case's category on the scale of its response, less what the covariates predict.</summary>
    public (double Lower, double Upper) Limits(int row) => Limits(row, Values);

    /// <summary>
    /// Sums of products of weights with the derivatives of a likelihood by the parameters, from those by the upper and by the lower limit of each case.
    /// </summary>
    public double[] Cross(IReadOnlyList<int> rows, double[] weights, double[] byUpper, double[] byLower)
    {
        var result = new double[Values.Length];
        for (var i = 0; i < rows.Count; i++)
        {
            var code = ordered.Codes[rows[i]];
            if (code < Constants)
                result[code] += weights[i] * byUpper[i];
            if (code > 0)
                result[code - 1] += weights[i] * byLower[i];
            for (var k = 0; k < Covariates.Count; k++)
                result[Constants + k] -= weights[i] * (byUpper[i] + byLower[i]) * Covariates.Columns[k][rows[i]];
        }

        return result;
    }

    private (double Lower, double Upper) Limits(int row, double[] at)
    {
        var (code, predicted) = (ordered.Codes[row], Covariates.Predict(at.AsSpan(Constants), row));
        return (code > 0 ? at[code - 1] - predicted : double.NegativeInfinity, code < Constants ? at[code] - predicted : double.PositiveInfinity);
    }

    private double LogLikelihood(double[] at)
    {
        for (var t = 1; t < Constants; t++)
        {
            if (!(at[t] > at[t - 1]))
                return double.NegativeInfinity;
        }

        double sum = 0;
        for (var row = 0; row < ordered.Codes.Length; row++)
            sum += Has(row) ? Math.Log(Probability(Limits(row, at))) : 0;
        return sum;
    }

    private static double Probability((double Lower, double Upper) limits) => Math.Max(Least, limits.Lower > 0
        ? NormalDistribution.Cdf(-limits.Lower) - NormalDistribution.Cdf(-limits.Upper)
        : NormalDistribution.Cdf(limits.Upper) - NormalDistribution.Cdf(limits.Lower));

    // The likelihood is concave in all parameters (Pratt 1981); a step that is too long is halved.
    private bool TryMaximize()
    {
        var best = LogLikelihood(Values);
        for (var step = 0; step < MostSteps; step++)
        {
            var (slope, factor) = Derivatives();
            if (!Cholesky.TryFactor(factor, Values.Length))
                return false;
            Cholesky.Solve(factor, Values.Length, slope);
            var length = 1.0;
            double[] next;
            while (!(LogLikelihood(next = Moved(slope, length)) >= best - 1e-12) && length > 1e-10)
                length /= 2;
            (Values, best) = (next, LogLikelihood(next));
            if (slope.Max(Math.Abs) < 1e-10)
                return true;
            if (Slopes.ToArray().Any(each => Math.Abs(each) > 50))
                return false;
        }

        return false;
    }

    private double[] Moved(double[] direction, double length) => [.. Values.Zip(direction, (value, change) => value + (length * change))];

    // Slope and negative curvature of the log-likelihood.
    private (double[] Slope, double[] Curvature) Derivatives()
    {
        var (n, row) = (Values.Length, new double[Values.Length]);
        var (slope, curvature) = (new double[n], new double[n * n]);
        for (var i = 0; i < ordered.Codes.Length; i++)
        {
            if (!Has(i))
                continue;
            var (lower, upper) = Limits(i);
            var probability = Probability((lower, upper));
            var (a, b) = (NormalDistribution.Density(upper) / probability, NormalDistribution.Density(lower) / probability);
            AddOuter(i, 1, -1, a, b, slope, row, curvature);

            // Less the second derivatives of the limits' probabilities: -z phi(z).
            AddLimit(i, ordered.Codes[i], double.IsInfinity(upper) ? 0 : upper * a, row, curvature);
            AddLimit(i, ordered.Codes[i] - 1, double.IsInfinity(lower) ? 0 : -lower * b, row, curvature);
        }

        return (slope, curvature);
    }

    private void AddOuter(int i, double upperSign, double lowerSign, double a, double b, double[] slope, double[] row, double[] curvature)
    {
        Array.Clear(row);
        AddTo(row, i, ordered.Codes[i], upperSign * a);
        AddTo(row, i, ordered.Codes[i] - 1, lowerSign * b);
        VectorKernels.AddScaled(1, row, slope);
        for (var k = 0; k < row.Length; k++)
            VectorKernels.AddScaled(row[k], row, curvature.AsSpan(k * row.Length, row.Length));
    }

    private void AddLimit(int i, int threshold, double weight, double[] row, double[] curvature)
    {
        if (weight == 0)
            return;
        Array.Clear(row);
        AddTo(row, i, threshold, 1);
        for (var k = 0; k < row.Length; k++)
            VectorKernels.AddScaled(weight * row[k], row, curvature.AsSpan(k * row.Length, row.Length));
    }

    // The derivative of a limit, its threshold less the prediction, by the parameters; there is none beyond the last threshold.
    private void AddTo(double[] row, int i, int threshold, double weight)
    {
        if (threshold < 0 || threshold >= Constants)
            return;
        row[threshold] += weight;
        for (var k = 0; k < Covariates.Count; k++)
            row[Constants + k] -= weight * Covariates.Columns[k][i];
    }

    private void WriteScores(int row, double[][] scores)
    {
        if (!Has(row))
            return;
        var ((lower, upper), own) = (Limits(row), new double[Values.Length]);
        var probability = Probability((lower, upper));
        AddTo(own, row, ordered.Codes[row], NormalDistribution.Density(upper) / probability);
        AddTo(own, row, ordered.Codes[row] - 1, -NormalDistribution.Density(lower) / probability);
        for (var k = 0; k < own.Length; k++)
            scores[k][row] = own[k];
    }
}
