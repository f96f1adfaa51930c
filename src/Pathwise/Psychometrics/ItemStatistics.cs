namespace Pathwise.Psychometrics;

/// <summary>
/// One item within its scale: n, mean, standard deviation (n - 1), correlation with the sum of all items, correlation with
/// the sum of the others (corrected), and alpha without it. The last three are null where they do not exist.
/// </summary>
[TypeFormatterSource]
public sealed record ItemStatistics(
    string Item,
    string Scale,
    int Cases,
    double Mean,
    double StandardDeviation,
    double? ItemTotal,
    double? ItemRest,
    double? AlphaWithout);
