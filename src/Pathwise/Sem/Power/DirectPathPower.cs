namespace Pathwise.Sem.Power;

/// <summary>
/// How often the direct path beside an indirect effect is shown to be negligible: an error where it is at the bound or beyond in the population, power where it is within.
/// </summary>
/// <param name="Cause">The cause.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Bound">The bound, a standardized effect above zero.</param>
/// <param name="IsOfDraws">True where the interval is of percentiles of a bootstrap, false where it is by the delta method.</param>
/// <param name="Population">The standardized direct effect in the population.</param>
/// <param name="Count">Number of samples in which the test exists: of these is the share.</param>
/// <param name="Negligible">Share of them whose interval lies within the bounds; null where there are none.</param>
[TypeFormatterSource]
public sealed record DirectPathPower(string Cause, string Outcome, double Bound, bool IsOfDraws, double Population, int Count, double? Negligible)
{
    /// <summary>Standard error of the share from the number of samples.</summary>
    public double? NegligibleError => Negligible is { } share ? Math.Sqrt(share * (1 - share) / Count) : null;

    /// <summary>Number of fitted samples in which the test does not exist, by reason.</summary>
    public IReadOnlyDictionary<string, int> Without { get; init => field = new ValueDictionary<string, int>(value); } = new ValueDictionary<string, int>([]);
}
