using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// The correlation of two disturbances where the model determines it, since the cause has no direct effect on the outcome and so is an instrument:
/// then a direct effect and a confounder are the same degree of freedom, and one test is that of both.
/// </summary>
[TypeFormatterSource]
public sealed record IdentifiedCorrelation
{
    /// <summary>The correlation as estimated; null where its model found no minimum.</summary>
    public required double? Rho { get; init; }

    /// <summary>Its standard error by the delta method.</summary>
    public double? StandardError { get; init; }

    /// <summary>The indirect effect of that model.</summary>
    public double? Indirect { get; init; }

    /// <summary>The chi-square without correlation and without direct effect.</summary>
    public required double ChiSquare { get; init; }

    /// <summary>Its degrees of freedom.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>The chi-square with a free correlation.</summary>
    public double? ChiSquareCorrelated { get; init; }

    /// <summary>The chi-square with a direct effect instead; null where the model has it already.</summary>
    public double? ChiSquareDirect { get; init; }

    /// <summary>The test of the restricted model against that with a free correlation.</summary>
    public LikelihoodRatioTest? Test { get; init; }

    /// <summary>True when the model with a direct effect fits exactly as well as that with a correlation: "no direct effect" and "no confounding" are one test.</summary>
    public bool IsOneTest { get; init; }
}
