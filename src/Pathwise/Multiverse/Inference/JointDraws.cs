using Pathwise.Numerics;

namespace Pathwise.Multiverse.Inference;

/// <summary>
/// One effect in several universes, and in each of them over the same resamples: column b of the draws is one set of cases, on which every universe
/// was done again. Draws that failed are NaN. Immutable; draws are not copied.
/// </summary>
internal sealed class JointDraws
{
    // An error from fewer draws says nothing.
    private const int FewestDraws = 20;

    private readonly double[][] draws;
    private readonly double?[] errors;

    /// <summary>S estimates, and for each as many draws; all universes have the same number of them.</summary>
    public JointDraws(IReadOnlyList<double> estimates, IReadOnlyList<double[]> draws)
    {
        if (estimates.Count != draws.Count || draws.Any(row => row.Length != draws[0].Length))
            throw new ArgumentException("Joint draws are a row for each universe, all of one length.", nameof(draws));
        (Estimates, this.draws) = ([.. estimates], [.. draws]);
        errors = [.. this.draws.Select(Error)];
    }

    /// <summary>The estimates, one for each universe.</summary>
    public IReadOnlyList<double> Estimates { get; }

    /// <summary>The standard deviations of the draws that succeeded; null where there are fewer than twenty of them, or all are equal.</summary>
    public IReadOnlyList<double?> Errors => errors;

    /// <summary>Number of universes.</summary>
    public int Count => draws.Length;

    /// <summary>Number of resamples.</summary>
    public int Replicates => draws.Length == 0 ? 0 : draws[0].Length;

    /// <summary>Universes whose draws are too few for an error: no joint statement covers them.</summary>
    public int WithoutError => errors.Count(error => error is null);

    /// <summary>Resamples in which a universe that has an error failed.</summary>
    public int ReplicatesWithFailures => Enumerable.Range(0, Replicates).Count(HasFailure);

    /// <summary>A universe's draws, in the order of the resamples.</summary>
    public ReadOnlySpan<double> Draws(int universe) => draws[universe];

    /// <summary>True where a universe that has an error failed in a resample.</summary>
    public bool HasFailure(int replicate) => Enumerable.Range(0, Count).Any(s => errors[s] is not null && double.IsNaN(draws[s][replicate]));

    /// <summary>The estimate over its error; null without one.</summary>
    public double? Ratio(int universe) => errors[universe] is { } error ? Estimates[universe] / error : null;

    /// <summary>How far a draw lies from the estimate, in errors; NaN where it failed or there is no error.</summary>
    public double Deviation(int universe, int replicate) => (draws[universe][replicate] - Estimates[universe]) / (errors[universe] ?? double.NaN);

    private static double? Error(double[] row)
    {
        double[] finite = [.. row.Where(double.IsFinite)];
        return finite.Length >= FewestDraws && Univariate.StandardDeviation(finite) is > 0 and var error ? error : null;
    }
}
