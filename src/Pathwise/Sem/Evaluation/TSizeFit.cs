using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Evaluation;

/// <summary>Equivalence testing of fit: how bad the model may be that the chi-square does not reject.</summary>
public static class TSizeFit
{
    /// <summary>
    /// The T-size RMSEA and CFI of the plain chi-square of one group, by noncentral chi-squares: the RMSEA's noncentrality leaves alpha below the chi-square, the CFI's half of alpha for the model and half for the
    /// baseline. Null for several groups, for two stages, whose plain chi-square is none, and without a chi-square or degrees of freedom.
    /// </summary>
    public static TSizeIndices? TSize(this FitResult fit, double alpha = 0.05)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (alpha is not (> 0 and < 0.5))
            throw new InputException(FormattableString.Invariant($"The level of a T-size is {alpha}; expected a number between 0 and .5."));
        var (test, baseline) = (fit.Test(), fit.Baseline.Test());
        return fit.Table.GroupCount > 1 || !fit.Method.HasChiSquare || fit.Method.Certainty is not null || test is not { Value: { } value, DegreesOfFreedom: > 0 and var df } || baseline is not { Value: { } worst, DegreesOfFreedom: > 0 and var all }
            ? null
            : Of(value, df, worst, all, fit.Multiplier, alpha);
    }

    /// <summary>Of chi-squares of the model and of the baseline in n cases.</summary>
    internal static TSizeIndices Of(double value, int df, double baseline, int baselineDf, double n, double alpha)
    {
        var misfit = NoncentralChiSquareDistribution.Noncentrality(value, df, alpha / 2);
        var most = NoncentralChiSquareDistribution.Noncentrality(baseline, baselineDf, 1 - (alpha / 2));
        return new(
            Math.Sqrt(NoncentralChiSquareDistribution.Noncentrality(value, df, alpha) / (df * n)),
            Math.Max(misfit, most) > 0 ? 1 - (misfit / Math.Max(misfit, most)) : null)
        {
            RmseaBounds = RmseaBounds(df, n),
            CfiBounds = CfiBounds(df, baselineDf, n),
        };
    }

    // Yuan, Chan, Marcoulides and Bentler (2016), the coefficients as in dynamic's equivTest (Wolf and McNeish).
    private static double[] RmseaBounds(double df, double n)
    {
        double d = Math.Log(df), c = Math.Log(n), fifth = Math.Pow(n, 0.2);
        return
        [
            Math.Exp(1.34863 - (.51999 * d) + (.01925 * d * d) - (.59811 * c) + (.00902 * Math.Sqrt(n)) + (.01796 * d * c)),
            Math.Exp(2.06034 - (.62974 * d) + (.02512 * d * d) - (.98388 * c) + (.05442 * c * c) - (.00005188 * n) + (.05260 * d * c)),
            Math.Exp(2.84129 - (.54809 * d) + (.02296 * d * d) - (.76005 * c) + (.10229 * c * c) - (1.11167 * fifth) + (.04845 * d * c)),
            Math.Exp(2.36352 - (.49440 * d) + (.02131 * d * d) - (.64445 * c) + (.09043 * c * c) - (1.01634 * fifth) + (.04422 * d * c)),
        ];
    }

    private static double[] CfiBounds(double df, double baselineDf, double n)
    {
        double d = Math.Log(df), b = Math.Log(baselineDf), c = Math.Log(n), fifth = Math.Pow(n, 0.2), fifthOfDf = Math.Pow(df, 0.2), fifthOfBaseline = Math.Pow(baselineDf, 0.2);
        return
        [
            1 - Math.Exp(4.67603 - (.50827 * d) + (.87087 * fifthOfDf) - (.59613 * fifthOfBaseline) - (1.89602 * c) + (.10190 * c * c) + (.03729 * d * c)),
            1 - Math.Exp(4.12132 - (.46285 * d) + (.52478 * fifthOfDf) - (.31832 * fifthOfBaseline) - (1.74422 * c) + (.13042 * c * c) - (.02360 * Math.Sqrt(n)) + (.04215 * d * c)),
            1 - Math.Exp(6.31234 - (.41762 * d) + (.01554 * d * d) - (.00563 * b * b) - (1.30229 * c) + (.19999 * c * c) - (2.17429 * fifth) + (.05342 * d * c) - (.01520 * b * c)),
            1 - Math.Exp(5.96633 - (.40425 * d) + (.01384 * d * d) - (.00411 * b * b) - (1.20242 * c) + (.18763 * c * c) - (2.06704 * fifth) + (.05245 * d * c) - (.01533 * b * c)),
        ];
    }
}
