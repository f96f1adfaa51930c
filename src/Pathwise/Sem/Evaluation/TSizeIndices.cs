namespace Pathwise.Sem.Evaluation;

/// <summary>
/// T-size indices (Yuan, Chan, Marcoulides and Bentler 2016): the misfit that a chi-square leaves possible with a confidence of 1 - alpha, and what counts as excellent, close, fair and mediocre of it
/// with so many degrees of freedom and cases.
/// </summary>
/// <param name="Rmsea">The largest RMSEA that is not rejected; null without degrees of freedom.</param>
/// <param name="Cfi">The smallest CFI that is not rejected; null without degrees of freedom and where the baseline does not misfit.</param>
[TypeFormatterSource]
public sealed record TSizeIndices(double? Rmsea, double? Cfi)
{
    private static readonly string[] Words = ["excellent", "close", "fair", "mediocre", "poor"];

    /// <summary>The adjusted .01, .05, .08 and .10 of the RMSEA (their equations by regression).</summary>
    public required IReadOnlyList<double> RmseaBounds { get; init => field = ValueList.Of(value); }

    /// <summary>The adjusted .99, .95, .92 and .90 of the CFI.</summary>
    public required IReadOnlyList<double> CfiBounds { get; init => field = ValueList.Of(value); }

    /// <summary>What the RMSEA counts as.</summary>
    public string? RmseaWord => Rmsea is { } size ? Words[RmseaBounds.Count(bound => size > bound)] : null;

    /// <summary>What the CFI counts as.</summary>
    public string? CfiWord => Cfi is { } size ? Words[CfiBounds.Count(bound => size < bound)] : null;
}
