using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Influence;

/// <summary>An effect in one fit: its estimate, standard error and what the rule of significance compares; NaN where there is none.</summary>
internal readonly record struct DropMeasure(double Value, double Error, double Statistic);

/// <summary>The fit of a sample without a set of its cases, as far as a search looks at it. Without measures where it failed.</summary>
internal sealed record Omission(FitStatus Status, double ChiSquare, DropMeasure[] Measures)
{
    /// <summary>The free parameters, where they were asked for.</summary>
    public double[]? Free { get; init; }

    /// <summary>Every effect of the model, where the free parameters were asked for.</summary>
    public double[]? Effects { get; init; }

    /// <summary>Covariances of all free parameters, t x t, where the free parameters were asked for and compiled code knows all of them.</summary>
    public double[]? Covariance { get; init; }

    /// <summary>The discrepancy.</summary>
    public double Discrepancy { get; init; }

    /// <summary>The whole fit, where the general path made it.</summary>
    public FitResult? Fit { get; init; }

    /// <summary>A fit that ended without estimates.</summary>
    public static Omission Failed(FitStatus status) => new(status, double.NaN, []);
}
