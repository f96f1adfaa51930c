using System.Globalization;

namespace Pathwise.Sem.Estimation;

/// <summary>Whether the thresholds of ordered variables rise, which nothing but the data sees to: fixed or constrained ones may coincide or cross.</summary>
internal static class ThresholdOrder
{
    // What an equality that is met leaves of a difference.
    private const double Apart = 1e-8;

    /// <summary>A warning for each variable of each group whose thresholds do not rise.</summary>
    public static IEnumerable<FitWarning> Warnings(FitResult fit)
    {
        if (fit.Structure.Responses is not { } layout)
            yield break;
        for (var group = 1; group <= fit.Table.GroupCount; group++)
        {
            var thresholds = fit.Implied(group).Thresholds;
            for (var j = 0; j < fit.Structure.Observed.Count; j++)
            {
                if (FirstFall(thresholds.AsSpan(layout.First[j], layout.Count(j))) is var at and > 0)
                    yield return Crossed(fit, group, fit.Structure.Observed[j], at, (thresholds[layout.First[j] + at - 1], thresholds[layout.First[j] + at]));
            }
        }
    }

    private static FitWarning Crossed(FitResult fit, int group, string name, int at, (double Lower, double Upper) values)
    {
        var where = fit.Table.GroupCount == 1 ? "" : $" of group {fit.Table.GroupLabels[group - 1]}";
        return new("thresholds-cross", string.Create(
            CultureInfo.InvariantCulture,
            $"The thresholds t{at} and t{at + 1} of {name}{where} are not in order ({values.Lower:0.###}, {values.Upper:0.###}): the model leaves no room for the category between them. Free them or change their constraint, or join the category with a neighbour."));
    }

    // The position of the first threshold that is not above the one before it; 0 where all rise.
    private static int FirstFall(ReadOnlySpan<double> thresholds)
    {
        for (var t = 1; t < thresholds.Length; t++)
        {
            if (!(thresholds[t] > thresholds[t - 1] + Apart))
                return t;
        }

        return 0;
    }
}
