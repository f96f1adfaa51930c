namespace Pathwise.Sem.Sensitivity;

/// <summary>An indirect effect where two disturbances have a given correlation.</summary>
[TypeFormatterSource]
public sealed record RhoPoint
{
    /// <summary>The correlation.</summary>
    public required double Rho { get; init; }

    /// <summary>The indirect effect; null where the disturbances can have no such correlation or the model found no minimum.</summary>
    public double? Indirect { get; init; }

    /// <summary>The standardized indirect effect.</summary>
    public double? Standardized { get; init; }

    /// <summary>The direct effect of the cause on the outcome; null where the model has none.</summary>
    public double? Direct { get; init; }

    /// <summary>Lower bound of the indirect effect's interval; null without a bootstrap.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper bound.</summary>
    public double? Upper { get; init; }

    /// <summary>The chi-square of the model with this correlation.</summary>
    public double? ChiSquare { get; init; }

    /// <summary>In how many samples the effect exists; null without a bootstrap.</summary>
    public int? Draws { get; init; }

    /// <summary>Why there is no effect; null where there is one.</summary>
    public string? Reason { get; init; }
}
