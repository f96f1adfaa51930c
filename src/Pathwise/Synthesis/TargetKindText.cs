namespace Pathwise.Synthesis;

/// <summary>Kinds of targets as a targets file writes them; fit measures have lavaan's names.</summary>
internal static class TargetKindText
{
    private static readonly (string Text, TargetKind Kind)[] Kinds =
    [
        ("chisq", TargetKind.ChiSquare),
        ("df", TargetKind.DegreesOfFreedom),
        ("pvalue", TargetKind.PValue),
        ("tli", TargetKind.Tli),
        ("cfi", TargetKind.Cfi),
        ("rmsea", TargetKind.Rmsea),
        ("srmr", TargetKind.Srmr),
        ("chisq.diff", TargetKind.ChiSquareDifference),
        ("df.diff", TargetKind.DegreesOfFreedomDifference),
        ("pvalue.diff", TargetKind.PValueDifference),
        ("total", TargetKind.TotalEffect),
        ("total.lower", TargetKind.TotalEffectLower),
        ("total.upper", TargetKind.TotalEffectUpper),
        ("total.pvalue", TargetKind.TotalEffectPValue),
        ("std", TargetKind.StandardizedEstimate),
        ("correlation", TargetKind.Correlation),
        ("mean", TargetKind.Mean),
        ("sd", TargetKind.StandardDeviation),
        ("ave", TargetKind.AverageVarianceExtracted),
        ("cr", TargetKind.CompositeReliability),
        ("htmt.max", TargetKind.LargestHtmt),
        ("fornell-larcker.min", TargetKind.FornellLarckerMargin),
        ("variance.min", TargetKind.SmallestVarianceShare),
        ("eigenvalue.2", TargetKind.SecondEigenvalue),
    ];

    /// <summary>All the texts, for a message.</summary>
    public static string All => string.Join(", ", Kinds.Select(kind => kind.Text));

    /// <summary>The kind of that text, or null.</summary>
    public static TargetKind? Parse(string text) =>
        Array.Find(Kinds, kind => kind.Text == text) is ({ }, var kind) ? kind : null;

    /// <summary>The text of a kind.</summary>
    public static string Text(this TargetKind kind) => Array.Find(Kinds, pair => pair.Kind == kind).Text;

    /// <summary>True for what repeated bootstraps decide, not one fit.</summary>
    public static bool IsBootstrap(this TargetKind kind) =>
        kind is TargetKind.TotalEffectLower or TargetKind.TotalEffectUpper or TargetKind.TotalEffectPValue;

    /// <summary>True for what the syntax alone decides.</summary>
    public static bool IsFactOfTheSyntax(this TargetKind kind) =>
        kind is TargetKind.DegreesOfFreedom or TargetKind.DegreesOfFreedomDifference;
}
