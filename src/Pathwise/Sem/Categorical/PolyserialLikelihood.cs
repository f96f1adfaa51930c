using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>A continuous and an ordered variable (Olsson, Drasgow and Dorans 1982, two-step).</summary>
internal sealed class PolyserialLikelihood : PairLikelihood
{
    // A category that someone is in has at least this probability, so that nothing is divided by zero.
    private const double Least = 1e-300;

    private readonly ContinuousMargin continuous;
    private readonly OrderedMargin ordered;
    private readonly int[] rows;

    public PolyserialLikelihood(ContinuousMargin continuous, OrderedMargin ordered)
    {
        (this.continuous, this.ordered) = (continuous, ordered);
        rows = [.. Enumerable.Range(0, ordered.Codes.Length).Where(row => ordered.Has(row) && continuous.Has(row))];
        Maximize(Start());
    }

    public override CorrelationKind Kind => CorrelationKind.Polyserial;

    public override int Cases => rows.Length;

    public override void WriteInfluence(Span<double> target)
    {
        target.Clear();
        var (places, scores, squares) = (Array.ConvertAll(rows, row => new Place(this, row, Correlation)), new double[rows.Length], 0.0);
        for (var i = 0; i < rows.Length; i++)
        {
            target[rows[i]] = scores[i] = places[i].Score;
            squares += scores[i] * scores[i];
        }

        var (mean, variance, thresholds) = CrossProducts(places, scores);
        double[] byCategory = [.. ordered.Categories.Select((_, category) => thresholds.Select((cross, t) => cross * ordered.Influence(t, category)).Sum())];
        for (var row = 0; row < target.Length; row++)
        {
            var passed = continuous.Has(row) ? (mean * continuous.Influence(0, row)) + (variance * continuous.Influence(1, row)) : 0;
            passed += ordered.Has(row) ? byCategory[ordered.Codes[row]] : 0;
            target[row] = (target[row] - passed) / squares;
        }
    }

    public override (double Slope, double Curvature, double Information) At(double correlation)
    {
        double slope = 0, curvature = 0, squares = 0;
        foreach (var row in rows)
        {
            var place = new Place(this, row, correlation);
            slope += place.Score;
            squares += place.Score * place.Score;
            curvature += place.Curvature - (place.Score * place.Score);
        }

        return (slope, curvature, Math.Max(squares, 1e-12));
    }

    // Sums of products of the correlation's scores with those by mean, variance and thresholds.
    private (double Mean, double Variance, double[] Thresholds) CrossProducts(Place[] places, double[] scores)
    {
        double mean = 0, variance = 0;
        var thresholds = new double[ordered.Parameters];
        for (var i = 0; i < rows.Length; i++)
        {
            var (place, z, code) = (places[i], continuous.Deviates[rows[i]], ordered.Codes[rows[i]]);
            mean += scores[i] * (z + place.Shift) / continuous.Deviation;
            variance += scores[i] * ((z * z) - 1 + (z * place.Shift)) / (2 * continuous.Variance);
            if (code < thresholds.Length)
                thresholds[code] += scores[i] * place.Upper;
            if (code > 0)
                thresholds[code - 1] -= scores[i] * place.Lower;
        }

        return (mean, variance, thresholds);
    }

    // The point-biserial correlation with the categories' numbers.
    private double Start()
    {
        if (rows.Length < 2)
            return 0;
        double[] codes = [.. rows.Select(row => (double)ordered.Codes[row])], deviates = [.. rows.Select(row => continuous.Deviates[row])];
        var (a, b) = (Univariate.Mean(codes), Univariate.Mean(deviates));
        var scale = Univariate.StandardDeviation(codes) * Univariate.StandardDeviation(deviates) * (rows.Length - 1);
        return scale > 0 ? codes.Zip(deviates, (x, y) => (x - a) * (y - b)).Sum() / scale : 0;
    }

    /// <summary>Derivatives of the logarithm of the probability of a case's category, given its continuous value.</summary>
    private readonly struct Place
    {
        public Place(PolyserialLikelihood of, int row, double rho)
        {
            var (z, code, thresholds) = (of.continuous.Deviates[row], of.ordered.Codes[row], of.ordered.Thresholds);
            var (rest, last) = ((1 - rho) * (1 + rho), thresholds.Length);
            var root = Math.Sqrt(rest);
            var (upper, lower) = (code < last ? thresholds[code] : double.PositiveInfinity, code > 0 ? thresholds[code - 1] : double.NegativeInfinity);
            double high = (upper - (rho * z)) / root, low = (lower - (rho * z)) / root;
            var probability = Math.Max(low > 0 ? NormalDistribution.Cdf(-low) - NormalDistribution.Cdf(-high) : NormalDistribution.Cdf(high) - NormalDistribution.Cdf(low), Least);
            Upper = NormalDistribution.Density(high) / (root * probability);
            Lower = NormalDistribution.Density(low) / (root * probability);
            Shift = rho * (Upper - Lower);
            var (first, second) = (Turn(upper, high, Upper, rho, z, rest), Turn(lower, low, Lower, rho, z, rest));
            (Score, Curvature) = (first.Slope - second.Slope, first.Curvature - second.Curvature);
        }

        /// <summary>By the threshold above, and by the one below with its sign turned.</summary>
        public double Upper { get; }

        public double Lower { get; }

        /// <summary>By the value of the continuous variable, its sign turned.</summary>
        public double Shift { get; }

        /// <summary>By the correlation.</summary>
        public double Score { get; }

        /// <summary>The second derivative of the probability by the correlation, over the probability.</summary>
        public double Curvature { get; }

        // First and second derivative of Phi(u), u = (threshold - rho z) / root, by rho, over the probability.
        private static (double Slope, double Curvature) Turn(double threshold, double u, double weight, double rho, double z, double rest)
        {
            if (double.IsInfinity(threshold))
                return (0, 0);
            var along = ((rho * threshold) - z) / rest;
            var bend = (threshold + (3 * rho * along)) / rest;
            return (weight * along, weight * (bend - (u * along * along / Math.Sqrt(rest))));
        }
    }
}
