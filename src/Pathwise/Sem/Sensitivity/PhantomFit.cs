using Pathwise.Numerics;

namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// The model with a confounder in it as a latent variable of variance one whose effects are fixed: a phantom variable (Harring, McNeish and Hancock
/// 2017).
/// </summary>
[TypeFormatterSource]
public sealed record PhantomFit
{
    /// <summary>The effects on the variables, in standard deviations of each, as asked for.</summary>
    public required IReadOnlyDictionary<string, double> Standardized { get; init => field = ValueDictionary.Of(value); }

    /// <summary>The same in the units of the variables, as fixed in the model.</summary>
    public required IReadOnlyDictionary<string, double> Loadings { get; init => field = ValueDictionary.Of(value); }

    /// <summary>The indirect effect; null where the model found no minimum.</summary>
    public double? Indirect { get; init; }

    /// <summary>Its interval over the samples; null without a bootstrap.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The model's chi-square.</summary>
    public double? ChiSquare { get; init; }

    /// <summary>Its degrees of freedom.</summary>
    public int DegreesOfFreedom { get; init; }

    /// <summary>What a reader must know of the fit, in sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);
}
