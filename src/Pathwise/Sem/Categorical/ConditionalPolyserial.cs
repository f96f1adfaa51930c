using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>A continuous and an ordered variable given covariates: the residual of the one, and limits of each case's own for the other.</summary>
internal sealed class ConditionalPolyserial : ConditionalPair
{
    // A category that someone is in has at least this probability, so that nothing is divided by zero.
    private const double Least = 1e-300;

    private readonly LinearMargin continuous;
    private readonly ProbitMargin ordered;
    private readonly (double Lower, double Upper)[] limits;

    public ConditionalPolyserial(LinearMargin continuous, ProbitMargin ordered, int cases)
        : base(continuous, ordered, cases)
    {
        (this.continuous, this.ordered) = (continuous, ordered);
        limits = Array.ConvertAll(Rows, ordered.Limits);
        Maximize(0);
    }

    public override CorrelationKind Kind => CorrelationKind.Polyserial;

    public override (double Slope, double Curvature, double Information) At(double correlation)
    {
        double slope = 0, curvature = 0, squares = 0;
        for (var i = 0; i < Rows.Length; i++)
        {
            var (score, bend) = ByCorrelation(i, correlation);
            slope += score;
            squares += score * score;
            curvature += bend - (score * score);
        }

        return (slope, curvature, Math.Max(squares, 1e-12));
    }

    protected override (double[] Scores, double[] First, double[] Second) Derivatives()
    {
        var (rho, n) = (Correlation, Rows.Length);
        double[] scores = new double[n], mean = new double[n], variance = new double[n], upper = new double[n], lower = new double[n];
        for (var i = 0; i < n; i++)
        {
            var (z, (above, below)) = (continuous.Deviates[Rows[i]], Weights(i, rho));
            var shift = rho * (above - below);
            scores[i] = ByCorrelation(i, rho).Score;
            (mean[i], variance[i]) = ((z + shift) / continuous.Deviation, ((z * z) - 1 + (z * shift)) / (2 * continuous.Variance));
            (upper[i], lower[i]) = (above, -below);
        }

        return (scores, continuous.Cross(Rows, scores, mean, variance), ordered.Cross(Rows, scores, upper, lower));
    }

    // Densities at the two limits, given the continuous value, over the probability between them.
    private (double Above, double Below) Weights(int i, double rho)
    {
        var (z, root) = (continuous.Deviates[Rows[i]], Math.Sqrt((1 - rho) * (1 + rho)));
        double high = (limits[i].Upper - (rho * z)) / root, low = (limits[i].Lower - (rho * z)) / root;
        var probability = Math.Max(low > 0 ? NormalDistribution.Cdf(-low) - NormalDistribution.Cdf(-high) : NormalDistribution.Cdf(high) - NormalDistribution.Cdf(low), Least);
        return (NormalDistribution.Density(high) / (root * probability), NormalDistribution.Density(low) / (root * probability));
    }

    // First and second derivative of the probability by the correlation, over the probability.
    private (double Score, double Bend) ByCorrelation(int i, double rho)
    {
        var (above, below) = Weights(i, rho);
        var (upper, lower) = (Turn(limits[i].Upper, above, i, rho), Turn(limits[i].Lower, below, i, rho));
        return (upper.Slope - lower.Slope, upper.Bend - lower.Bend);
    }

    // Of Phi(u), u = (limit - rho z) / root.
    private (double Slope, double Bend) Turn(double limit, double weight, int i, double rho)
    {
        if (double.IsInfinity(limit))
            return (0, 0);
        var (z, rest) = (continuous.Deviates[Rows[i]], (1 - rho) * (1 + rho));
        var along = ((rho * limit) - z) / rest;
        var u = (limit - (rho * z)) / Math.Sqrt(rest);
        return (weight * along, weight * (((limit + (3 * rho * along)) / rest) - (u * along * along / Math.Sqrt(rest))));
    }
}
