using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Equivalents;

/// <summary>How a model stands to the one that was asked about.</summary>
public enum Equivalence
{
    /// <summary>It is that model.</summary>
    Own,

    /// <summary>It implies the same moments, whatever the data: no sample can decide between the two.</summary>
    Equivalent,

    /// <summary>It implies other moments, or has other degrees of freedom.</summary>
    Different,

    /// <summary>It could not be told, since it did not converge, is not identified or implied no covariance matrix.</summary>
    Undetermined,
}

/// <summary>A model with the same measurement and another structural part, fitted to the same data.</summary>
[TypeFormatterSource]
public sealed record EquivalentModel
{
    /// <summary>The structural part in lavaan's syntax, its lines joined by semicolons.</summary>
    public required string Structure { get; init; }

    /// <summary>The whole model.</summary>
    public required ModelSpecification Model { get; init; }

    /// <summary>The fit; null where the numbers of the data broke it down.</summary>
    public required FitResult? Fit { get; init; }

    /// <summary>Chi-square; null without a converged fit.</summary>
    public required double? ChiSquare { get; init; }

    /// <summary>Degrees of freedom; null without a fit.</summary>
    public required int? DegreesOfFreedom { get; init; }

    /// <summary>Akaike's criterion; null where there is no likelihood or no converged fit.</summary>
    public required double? Aic { get; init; }

    /// <summary>True when every variance and covariance matrix of the solution is one.</summary>
    public required bool IsProper { get; init; }

    /// <summary>What is wrong with the solution; empty for a proper one.</summary>
    public required string Trouble { get; init; }

    /// <summary>How it stands to the model that was asked about.</summary>
    public required Equivalence Equivalence { get; init; }

    /// <summary>True for a model other than the own one whose chi-square is as near to it as was asked: at this sample size the data do not tell them apart.</summary>
    public required bool IsNear { get; init; }

    /// <summary>Its indirect effects among structural variables, with intervals.</summary>
    public required IReadOnlyList<EffectEstimate> IndirectEffects { get; init => field = ValueList.Of(value); }
}
