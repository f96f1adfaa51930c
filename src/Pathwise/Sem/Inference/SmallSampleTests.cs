using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>Corrections of the chi-square for samples that are small beside the model.</summary>
public static class SmallSampleTests
{
    /// <summary>
    /// The corrections of Bartlett (1950), Swain (1975), Yuan (2005) and Yuan, Tian and Yanagihara (2015), as semTools computes them: for one
    /// group and n = N, or N - 1 under Wishart likelihood. Empty for several groups where there is no chi-square, and for two stages, whose plain chi-square has no such distribution.
    /// </summary>
    public static IReadOnlyList<SmallSampleTest> SmallSampleCorrections(this FitResult fit)
    {
        var plain = fit.Test();
        if (plain.Value is not { } value || plain.DegreesOfFreedom == 0 || fit.Table.GroupCount > 1 || !fit.Method.HasLikelihood || fit.Method.Certainty is not null)
            return [];
        return
        [
            Corrected("swain", Swain(fit, plain.DegreesOfFreedom)),
            Corrected("yuan.2015", Yuan2015(fit)),
            Corrected("yuan.2005", Yuan2005(fit)),
            Corrected("bartlett", Bartlett(fit)),
        ];

        SmallSampleTest Corrected(string name, double factor) => new(
            name,
            factor,
            new(value * factor, plain.DegreesOfFreedom, ModelTest.PValue(value * factor, plain.DegreesOfFreedom)));
    }

    // 1 - [p (2 p^2 + 3 p - 1) - q (2 q^2 + 3 q - 1)] / (12 df n) with q = (sqrt(1 + 8 t) - 1) / 2 for t parameters.
    private static double Swain(FitResult fit, int df)
    {
        double p = fit.Table.ObservedVariables.Count, q = (Math.Sqrt(1 + (8.0 * fit.ParameterCount())) - 1) / 2;
        return 1 - ((Cubic(p) - Cubic(q)) / (12 * df * fit.Multiplier));
    }

    private static double Cubic(double x) => x * ((2 * x * x) + (3 * x) - 1);

    // (N - 2.381 - .361 p - .006 t) / n.
    private static double Yuan2015(FitResult fit) =>
        (fit.CaseCount - 2.381 - (0.361 * fit.Table.ObservedVariables.Count) - (0.006 * fit.ParameterCount())) / fit.Multiplier;

    // 1 - (2 p + 2 k + 7) / (6 n) for k factors.
    private static double Yuan2005(FitResult fit) =>
        1 - (((2 * fit.Table.ObservedVariables.Count) + (2 * fit.Table.LatentVariables.Count) + 7) / (6 * fit.Multiplier));

    // 1 - (2 p + 4 k + 5) / (6 n).
    private static double Bartlett(FitResult fit) =>
        1 - (((2 * fit.Table.ObservedVariables.Count) + (4 * fit.Table.LatentVariables.Count) + 5) / (6 * fit.Multiplier));
}
