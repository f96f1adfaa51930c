namespace Pathwise.Auditing.Reported;

/// <summary>Kinds as they are written in a file of statistics.</summary>
internal static class StatisticKindText
{
    private static readonly (string Text, StatisticKind Kind)[] Kinds =
    [
        ("count", StatisticKind.Count),
        ("percentage", StatisticKind.Percentage),
        ("mean", StatisticKind.Mean),
        ("sd", StatisticKind.StandardDeviation),
        ("p", StatisticKind.PValue),
        ("chi-square", StatisticKind.ChiSquare),
        ("t", StatisticKind.T),
        ("z", StatisticKind.Z),
        ("F", StatisticKind.F),
        ("r", StatisticKind.Correlation),
        ("df", StatisticKind.DegreesOfFreedom),
        ("cfi", StatisticKind.Cfi),
        ("tli", StatisticKind.Tli),
        ("rmsea", StatisticKind.Rmsea),
        ("srmr", StatisticKind.Srmr),
        ("aic", StatisticKind.Aic),
        ("bic", StatisticKind.Bic),
        ("effect", StatisticKind.Effect),
        ("bound", StatisticKind.Bound),
        ("r-squared", StatisticKind.RSquared),
        ("loading", StatisticKind.Loading),
        ("alpha", StatisticKind.Alpha),
        ("cr", StatisticKind.CompositeReliability),
        ("ave", StatisticKind.AverageVarianceExtracted),
        ("estimate", StatisticKind.Estimate),
        ("se", StatisticKind.StandardError),
        ("residual", StatisticKind.Residual),
        ("number", StatisticKind.Number),
        ("claim", StatisticKind.Claim),
        ("list", StatisticKind.List),
    ];

    /// <summary>All the texts, for a message.</summary>
    public static string All => string.Join(", ", Kinds.Select(kind => kind.Text));

    /// <summary>The kind of that text, or null.</summary>
    public static StatisticKind? Parse(string text) =>
        Array.Find(Kinds, kind => kind.Text == text) is ({ }, var kind) ? kind : null;

    /// <summary>The text of a kind.</summary>
    public static string Text(this StatisticKind kind) => Array.Find(Kinds, pair => pair.Kind == kind).Text;

    /// <summary>Whether the printed text must be a number.</summary>
    public static bool IsNumeric(this StatisticKind kind) => kind is not (StatisticKind.Claim or StatisticKind.List);
}
