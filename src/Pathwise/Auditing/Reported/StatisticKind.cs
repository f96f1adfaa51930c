namespace Pathwise.Auditing.Reported;

/// <summary>What sort of statistic a printed text is; the kind decides which checks apply.</summary>
public enum StatisticKind
{
    /// <summary>A number of cases, firms, articles: a whole number.</summary>
    Count,

    /// <summary>A share of a whole, in per cent.</summary>
    Percentage,

    /// <summary>An arithmetic mean.</summary>
    Mean,

    /// <summary>A standard deviation with divisor n - 1.</summary>
    StandardDeviation,

    /// <summary>A p-value.</summary>
    PValue,

    /// <summary>A chi-square statistic.</summary>
    ChiSquare,

    /// <summary>Student's t.</summary>
    T,

    /// <summary>A standard normal statistic.</summary>
    Z,

    /// <summary>An F statistic with two degrees of freedom.</summary>
    F,

    /// <summary>A product-moment correlation.</summary>
    Correlation,

    /// <summary>Degrees of freedom of a model.</summary>
    DegreesOfFreedom,

    /// <summary>Comparative fit index.</summary>
    Cfi,

    /// <summary>Tucker-Lewis index.</summary>
    Tli,

    /// <summary>Root mean square error of approximation.</summary>
    Rmsea,

    /// <summary>Standardized root mean square residual.</summary>
    Srmr,

    /// <summary>Akaike's information criterion.</summary>
    Aic,

    /// <summary>Bayesian information criterion.</summary>
    Bic,

    /// <summary>A standardized effect of one variable on another.</summary>
    Effect,

    /// <summary>The lower or upper end of an interval.</summary>
    Bound,

    /// <summary>A share of explained variance.</summary>
    RSquared,

    /// <summary>A standardized loading of an item on its factor.</summary>
    Loading,

    /// <summary>Coefficient alpha of a scale.</summary>
    Alpha,

    /// <summary>Composite reliability of a scale.</summary>
    CompositeReliability,

    /// <summary>Average variance extracted by a factor.</summary>
    AverageVarianceExtracted,

    /// <summary>An estimate in the units of its variables.</summary>
    Estimate,

    /// <summary>The standard error of an estimate.</summary>
    StandardError,

    /// <summary>A standardized residual variance.</summary>
    Residual,

    /// <summary>A number that is stated and not estimated: a year, a scale's end, a number of samples.</summary>
    Number,

    /// <summary>Something stated in words: a verdict, a method, an order.</summary>
    Claim,

    /// <summary>Things named one after another, separated by semicolons.</summary>
    List,
}

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
