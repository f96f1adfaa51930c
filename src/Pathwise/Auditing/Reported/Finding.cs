namespace Pathwise.Auditing.Reported;

/// <summary>What one check found about one published statistic.</summary>
[TypeFormatterSource]
public sealed record Finding
{
    /// <summary>The statistic.</summary>
    public required ReportedStatistic Statistic { get; init; }

    /// <summary>The name of the check.</summary>
    public required string Check { get; init; }

    /// <summary>Whether the numbers can be true together.</summary>
    public required FindingStatus Status { get; init; }

    /// <summary>The values that agree with the printed text; null where it is no number.</summary>
    public ValueRange? PublishedRange { get; init; }

    /// <summary>The values that follow from the other numbers as printed; null where nothing follows.</summary>
    public ValueRange? RecomputedRange { get; init; }

    /// <summary>What follows from the other numbers, as text to one digit more than printed; null where nothing follows.</summary>
    public string? Recomputed { get; init; }

    /// <summary>True when the printed and the recomputed p lie on different sides of the significance level.</summary>
    public bool IsDecisionError { get; init; }

    /// <summary>The finding in a sentence or two.</summary>
    public required string Message { get; init; }
}
