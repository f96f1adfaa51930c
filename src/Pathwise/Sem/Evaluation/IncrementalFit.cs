using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Evaluation;

/// <summary>Formulas of the indices that compare a model with its baseline.</summary>
internal static class IncrementalFit
{
    /// <summary>A chi-square, or what it exceeds its degrees of freedom by, that is no more than the rounding of a discrepancy.</summary>
    public const double Rounding = 1.5e-8;

    /// <summary>All of them, from two tests.</summary>
    public static IncrementalIndices Of(ChiSquareTest model, ChiSquareTest baseline)
    {
        if (model.Value is not { } x || baseline.Value is not { } xb)
            return new(null, null, null, null, null, null, null);
        var (df, dfb) = (model.ReferenceDegrees, baseline.ReferenceDegrees);
        var nfi = Normed(x, xb);

        // Like lavaan: no comparison with a baseline that has fewer degrees of freedom.
        var isComparable = df <= dfb;
        return new(
            Comparative(x, df, xb, dfb),
            TuckerLewis(x, df, xb, dfb),
            isComparable ? Relative(x, df, xb, dfb) : null,
            isComparable ? nfi : null,
            dfb > 0 ? nfi * df / dfb : null,
            xb - df > Rounding ? (xb - x) / (xb - df) : null,
            Noncentrality(x, df, xb, dfb));
    }

    // Bentler (1990); one where neither misfits, which rounding must not decide.
    private static double? Comparative(double x, double df, double xb, double dfb)
    {
        var misfit = x - df > Rounding ? x - df : 0;
        var worst = Math.Max(misfit, xb - dfb);
        return worst > Rounding ? 1 - (misfit / worst) : df > 0 || dfb > 0 ? 1 : null;
    }

    // Tucker and Lewis (1973).
    internal static double? TuckerLewis(double x, double df, double xb, double dfb)
    {
        if (df <= 0 || dfb <= 0)
            return null;
        var worst = (xb / dfb) - 1;
        return worst != 0 ? ((xb / dfb) - (x / df)) / worst : null;
    }

    // Bollen (1986).
    private static double? Relative(double x, double df, double xb, double dfb) =>
        df > 0 && dfb > 0 && xb > Rounding ? ((xb / dfb) - (x / df)) / (xb / dfb) : null;

    // Bentler and Bonett (1980).
    private static double? Normed(double x, double xb) => xb > Rounding ? (xb - x) / xb : null;

    // McDonald and Marsh (1990).
    private static double? Noncentrality(double x, double df, double xb, double dfb) =>
        xb - dfb != 0 ? ((xb - dfb) - (x - df)) / (xb - dfb) : null;
}
