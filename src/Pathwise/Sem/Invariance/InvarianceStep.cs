using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Invariance;

/// <summary>A level of invariance, fitted and compared with the one before.</summary>
[TypeFormatterSource]
public sealed record InvarianceStep
{
    /// <summary>The level.</summary>
    public required InvarianceLevel Level { get; init; }

    /// <summary>True where not all of the level's parameters are equal.</summary>
    public bool IsPartial => Freed.Count > 0 || Before.Count > 0;

    /// <summary>What was freed at this level.</summary>
    public required IReadOnlyList<FreedEquality> Freed { get; init => field = ValueList.Of(value); }

    /// <summary>The parameters that were free already, by the command or by earlier levels.</summary>
    public required IReadOnlyList<string> Before { get; init => field = ValueList.Of(value); }

    /// <summary>The fit.</summary>
    public required FitResult Fit { get; init; }

    /// <summary>Its indices.</summary>
    public required FitIndices Indices { get; init; }

    /// <summary>The test of the difference from the level before; null for the first.</summary>
    public required LikelihoodRatioTest? Test { get; init; }

    /// <summary>The change of CFI (the robust one where the estimator has it); null for the first, or where it is undefined.</summary>
    public required double? DeltaCfi { get; init; }

    /// <summary>The change of RMSEA, likewise.</summary>
    public required double? DeltaRmsea { get; init; }

    /// <summary>The change of SRMR.</summary>
    public required double? DeltaSrmr { get; init; }

    /// <summary>The equivalence test of the difference, of the whole model for the first.</summary>
    public required EquivalenceView Equivalence { get; init; }

    /// <summary>The score tests of the equalities that this level adds, the largest of each parameter, in descending order; empty for the first.</summary>
    public required IReadOnlyList<FreedEquality> Scores { get; init => field = ValueList.Of(value); }
}
