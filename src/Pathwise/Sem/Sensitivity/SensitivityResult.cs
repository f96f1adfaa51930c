using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Sensitivity;

/// <summary>How an indirect effect would change with confounders that nobody measured. Immutable.</summary>
[TypeFormatterSource]
public sealed class SensitivityResult
{
    /// <summary>The fit.</summary>
    public required FitResult Fit { get; init; }

    /// <summary>What was tried.</summary>
    public required SensitivityOptions Options { get; init; }

    /// <summary>The indirect effect.</summary>
    public required Effect Effect { get; init; }

    /// <summary>Its estimate.</summary>
    public required double Estimate { get; init; }

    /// <summary>Its estimate in standard deviations of the outcome, for one of the cause.</summary>
    public required double Standardized { get; init; }

    /// <summary>Whose disturbances are correlated, as the syntax has it: <c>m ~~ y</c>.</summary>
    public required string Between { get; init; }

    /// <summary>
    /// True when the outcome's equation is saturated, so that the data say nothing about the correlation: the fit is the same at every value, and effects
    /// follow in closed form.
    /// </summary>
    public required bool IsSaturated { get; init; }

    /// <summary>Why it is not, as a clause; null when it is.</summary>
    public string? Reason { get; init; }

    /// <summary>The effect along the disturbance correlation.</summary>
    public required IReadOnlyList<RhoPoint> Curve { get; init; }

    /// <summary>Where the effect and its interval reach zero.</summary>
    public required ZeroCorrelation Zero { get; init; }

    /// <summary>With several mediators what each takes from the effect; else empty.</summary>
    public IReadOnlyList<MediatorShare> Mediators { get; init; } = [];

    /// <summary>
    /// With several mediators the smallest share of the outcome's disturbance that confounders of all of them together have to explain to make the effect
    /// zero; null for one.
    /// </summary>
    public double? SmallestShare { get; init; }

    /// <summary>The correlation where the model determines it; null where it does not.</summary>
    public IdentifiedCorrelation? Identified { get; init; }

    /// <summary>Robustness values of the paths and of the effect.</summary>
    public required IReadOnlyList<RobustnessValue> Robustness { get; init; }

    /// <summary>The paths under confounders of any strength.</summary>
    public required IReadOnlyList<ConfoundedPath> Paths { get; init; }

    /// <summary>How strong columns of the data would be as confounders.</summary>
    public IReadOnlyList<BenchmarkStrength> Benchmarks { get; init; } = [];

    /// <summary>The model with a confounder in it; null when none was asked for.</summary>
    public PhantomFit? Phantom { get; init; }

    /// <summary>Reliability of the mediator against confounding; empty where that is not defined.</summary>
    public IReadOnlyList<ReliabilityPoint> Reliability { get; init; } = [];

    /// <summary>The E-value of the effect; null where it has no standardized value.</summary>
    public MediationalEValue? EValue { get; init; }

    /// <summary>The bootstrap of the model as it was fitted; null without one.</summary>
    public BootstrapResult? Bootstrap { get; init; }
}
