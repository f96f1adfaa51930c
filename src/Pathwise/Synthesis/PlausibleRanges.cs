namespace Pathwise.Synthesis;

/// <summary>Ranges from which item means, standard deviations and standardized loadings are drawn.</summary>
[TypeFormatterSource]
public sealed record PlausibleRanges
{
    /// <summary>Item means, as answered; null asks for the middle third of the scale.</summary>
    public (double Low, double High)? Mean { get; init; }

    /// <summary>Item standard deviations; null asks for .20 to .27 of the scale's length.</summary>
    public (double Low, double High)? StandardDeviation { get; init; }

    /// <summary>Standardized loadings of factors that <see cref="Loadings"/> does not name.</summary>
    public (double Low, double High) Loading { get; init; } = (0.65, 0.85);

    /// <summary>Standardized loadings on a factor, or of one indicator (written <c>factor =~ indicator</c>).</summary>
    public IReadOnlyDictionary<string, (double Low, double High)> Loadings { get; init => field = ValueDictionary.Of(value); } =
        ValueDictionary.Of(new Dictionary<string, (double Low, double High)>());
}
