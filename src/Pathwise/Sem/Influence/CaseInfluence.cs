using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Influence;

/// <summary>How much one case matters: exact changes from the fit without it, and one-step approximations where they were asked for.</summary>
[TypeFormatterSource]
public sealed record CaseInfluence
{
    /// <summary>The case.</summary>
    public required CaseName Case { get; init; }

    /// <summary>How the fit without it ended.</summary>
    public required FitStatus Status { get; init; }

    /// <summary>The exact changes; null where the fit without it failed.</summary>
    public required CaseChange? Change { get; init; }

    /// <summary>Changes of every effect of the model, in the order of <see cref="InfluenceResult.Effects"/>; empty where the fit without it failed.</summary>
    public required IReadOnlyList<double> Effects { get; init => field = ValueList.Of(value); }

    /// <summary>Changes of the fit measures; null where the fit without it failed.</summary>
    public required MeasureChange? Measures { get; init; }

    /// <summary>
    /// One-step approximations from the case's score s and the covariances V of the estimates: N/(N - 1) V s for the parameters, once, over the
    /// errors of the full sample, N/(N - 1) s'Vs for the distance, and the case's own part of the chi-square. Null unless they were asked for.
    /// </summary>
    public CaseChange? OneStep { get; init; }
}

/// <summary>What one case changes about the fit of the model; null where a measure is undefined.</summary>
[TypeFormatterSource]
public sealed record MeasureChange(double? Rmsea, double? Cfi, double? Tli, double? Srmr);
