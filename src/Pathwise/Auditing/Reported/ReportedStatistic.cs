namespace Pathwise.Auditing.Reported;

/// <summary>A statistic that a paper reports: the printed text, what it is, where it stands and what it belongs with.</summary>
[TypeFormatterSource]
public sealed record ReportedStatistic
{
    /// <summary>Its name in files, notebooks and scorecards; unique among all that are read together.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in words.</summary>
    public required string What { get; init; }

    /// <summary>What sort of statistic it is.</summary>
    public required StatisticKind Kind { get; init; }

    /// <summary>The text as printed.</summary>
    public required string Printed { get; init; }

    /// <summary>The printed text as a number; null for a claim or a list.</summary>
    public ReportedNumber? Number { get; init; }

    /// <summary>Its degrees of freedom: none, one, or two for F.</summary>
    public IReadOnlyList<double> DegreesOfFreedom { get; init => field = ValueList.Of(value); } = ValueList.Of<double>([]);

    /// <summary>The number of cases that it is said to rest on; null when the paper does not say.</summary>
    public int? N { get; init; }

    /// <summary>Where in the paper it is printed.</summary>
    public required string Place { get; init; }

    /// <summary>Other statistics by the role they have for this one: ids, or sums and products of ids.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init => field = ValueDictionary.Of(value); } = ValueDictionary.Of(new Dictionary<string, string>());

    /// <summary>Further facts that checks need, by name: how many items a mean has, which variables an effect joins.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init => field = ValueDictionary.Of(value); } = ValueDictionary.Of(new Dictionary<string, string>());

    /// <summary>The notebook that recomputes it; null when none does.</summary>
    public string? Notebook { get; init; }

    /// <summary>Why it cannot be recomputed; null when a notebook does recompute it.</summary>
    public string? Why { get; init; }

    /// <summary>
    /// How the analysis or its data take this value from the paper instead of computing it; null when it is computed. A
    /// check of such a value shows that the paper was followed, and never that the value was reproduced.
    /// </summary>
    public string? Taken { get; init; }

    /// <summary>
    /// What its check is a function of: ids of other statistics, and quantities that the data were made from. Where all of them were given
    /// to the making of the data, so was this value.
    /// </summary>
    public IReadOnlyList<string> Inputs { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>The file and line that it was read from, for messages.</summary>
    public string Source { get; init; } = "";

    /// <summary>The names of a list, in the printed order; empty for any other kind.</summary>
    public IReadOnlyList<string> Names => Kind == StatisticKind.List
        ? Printed.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : [];
}
