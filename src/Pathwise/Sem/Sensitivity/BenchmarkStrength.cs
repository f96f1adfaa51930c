namespace Pathwise.Sem.Sensitivity;

/// <summary>How strong a column of the data would be as a confounder of one path, had it been left out.</summary>
[TypeFormatterSource]
public sealed record BenchmarkStrength
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>The path.</summary>
    public required string Path { get; init; }

    /// <summary>Number of cases that have the column.</summary>
    public required int Count { get; init; }

    /// <summary>The share of the path's cause that the column explains, given what is before it; null where the model with the column found no minimum.</summary>
    public double? CauseR2 { get; init; }

    /// <summary>The share of the path's outcome that it explains, given the cause too.</summary>
    public double? OutcomeR2 { get; init; }

    /// <summary>The indirect effect with the column held constant.</summary>
    public double? Adjusted { get; init; }

    /// <summary>The indirect effect if a confounder as strong as the column worked against it.</summary>
    public double? Worst { get; init; }

    /// <summary>How many times as strong as the column a confounder has to be to make the path zero.</summary>
    public double? Times { get; init; }

    /// <summary>Why there are no numbers; null where there are.</summary>
    public string? Reason { get; init; }
}
