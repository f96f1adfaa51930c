namespace Pathwise.Sem.Influence;

/// <summary>What one case changes: every number is the fit with it less the fit without it.</summary>
[TypeFormatterSource]
public sealed record CaseChange
{
    /// <summary>The change of the effect.</summary>
    public required double? Effect { get; init; }

    /// <summary>The change of each free parameter, in the order of the table.</summary>
    public required IReadOnlyList<double> Parameters { get; init => field = ValueList.Of(value); }

    /// <summary>
    /// The same over the standard errors without the case: DFTHETAS (Pek and MacCallum, 2011); null where there is no error.
    /// </summary>
    public required IReadOnlyList<double?> Standardized { get; init => field = ValueList.Of(value); }

    /// <summary>
    /// Generalized Cook's distance d'V^-1 d of the change d of all free parameters, V being their covariances without the case (Pek and MacCallum, 2011).
    /// </summary>
    public required double? GeneralizedCook { get; init; }

    /// <summary>The change of the chi-square of exact fit.</summary>
    public required double? ChiSquare { get; init; }
}
