using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>Two ordered variables given covariates: each case has limits of its own.</summary>
internal sealed class ConditionalPolychoric : ConditionalPair
{
    // A cell that someone is in has at least this probability, below which rounding speaks.
    private const double Least = 1e-16;

    private readonly ProbitMargin first, second;
    private readonly (double Lower, double Upper)[] one, other;

    public ConditionalPolychoric(ProbitMargin first, ProbitMargin second, int cases)
        : base(first, second, cases)
    {
        (this.first, this.second) = (first, second);
        (one, other) = (Array.ConvertAll(Rows, first.Limits), Array.ConvertAll(Rows, second.Limits));
        Maximize(0);
    }

    public override CorrelationKind Kind => CorrelationKind.Polychoric;

    public override (double Slope, double Curvature, double Information) At(double correlation)
    {
        double slope = 0, curvature = 0, squares = 0;
        for (var i = 0; i < Rows.Length; i++)
        {
            var probability = Probability(i, correlation);
            var score = Rectangle(i, correlation, BivariateNormal.Density) / probability;
            slope += score;
            squares += score * score;
            curvature += (Rectangle(i, correlation, BivariateNormal.DensitySlope) / probability) - (score * score);
        }

        return (slope, curvature, Math.Max(squares, 1e-12));
    }

    protected override (double[] Scores, double[] First, double[] Second) Derivatives()
    {
        var (rho, n) = (Correlation, Rows.Length);
        var scores = new double[n];
        double[] upperOne = new double[n], lowerOne = new double[n], upperOther = new double[n], lowerOther = new double[n];
        for (var i = 0; i < n; i++)
        {
            var ((a0, a1), (b0, b1), probability) = (one[i], other[i], Probability(i, rho));
            scores[i] = Rectangle(i, rho, BivariateNormal.Density) / probability;
            upperOne[i] = (BivariateNormal.CdfSlope(a1, b1, rho) - BivariateNormal.CdfSlope(a1, b0, rho)) / probability;
            lowerOne[i] = (BivariateNormal.CdfSlope(a0, b0, rho) - BivariateNormal.CdfSlope(a0, b1, rho)) / probability;
            upperOther[i] = (BivariateNormal.CdfSlope(b1, a1, rho) - BivariateNormal.CdfSlope(b1, a0, rho)) / probability;
            lowerOther[i] = (BivariateNormal.CdfSlope(b0, a0, rho) - BivariateNormal.CdfSlope(b0, a1, rho)) / probability;
        }

        return (scores, first.Cross(Rows, scores, upperOne, lowerOne), second.Cross(Rows, scores, upperOther, lowerOther));
    }

    private double Probability(int i, double rho) => Math.Max(Rectangle(i, rho, BivariateNormal.Cdf), Least);

    private double Rectangle(int i, double rho, Func<double, double, double, double> corner)
    {
        var ((a0, a1), (b0, b1)) = (one[i], other[i]);
        return corner(a1, b1, rho) - corner(a0, b1, rho) - corner(a1, b0, rho) + corner(a0, b0, rho);
    }
}
