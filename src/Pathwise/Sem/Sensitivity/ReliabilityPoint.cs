namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// The indirect effect if the mediator were less reliable than the model has it: error pulls a path down, a confounder pulls it up, and they may cancel
/// (Fritz, Kenny and MacKinnon 2016).
/// </summary>
[TypeFormatterSource]
public sealed record ReliabilityPoint
{
    /// <summary>The share of the mediator's variance that is not error.</summary>
    public required double Reliability { get; init; }

    /// <summary>The indirect effect of the mediator's true scores without confounding; null where the error would exceed the mediator's disturbance.</summary>
    public double? Indirect { get; init; }

    /// <summary>The disturbance correlation at which the effect of the true scores is zero.</summary>
    public double? Zero { get; init; }

    /// <summary>The disturbance correlation at which error and confounding cancel: the effect as estimated is then right.</summary>
    public double? Cancelling { get; init; }
}
