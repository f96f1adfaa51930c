using Pathwise.Sem.Effects;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Power;

/// <summary>Power by simulation: samples are drawn from a population in which the model holds, and the model is fitted to each.</summary>
public static class PowerStudies
{
    /// <summary>
    /// Simulates samples from the normal distribution of a model of one group with the given values of its free parameters (in the order
    /// of the table). Moments of exogenous variables must be free (fixed.x off). On cancellation the result is of the samples drawn so far.
    /// </summary>
    public static PowerResult SimulatePower(
        this ParameterTable table,
        IReadOnlyList<double> population,
        PowerOptions options,
        IProgress<BootstrapProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(options);
        return new PowerStudy(table, [.. population], options.Checked()).Execute(progress, cancellation);
    }

    /// <summary>
    /// The same at several numbers of cases, from small to large; on cancellation the last study is incomplete and larger ones are missing.
    /// </summary>
    public static PowerCurve SimulatePower(
        this ParameterTable table,
        IReadOnlyList<double> population,
        IReadOnlyList<int> counts,
        PowerOptions options,
        IProgress<BootstrapProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(options);
        if (counts.Count == 0)
            throw new InputException("Power at several numbers of cases needs at least one of them.");
        foreach (var count in counts)
            _ = new PowerStudy(table, [.. population], (options with { Count = count }).Checked());
        var results = new List<PowerResult>();
        foreach (var count in counts.Distinct().Order().TakeWhile(_ => results.Count == 0 || !cancellation.IsCancellationRequested))
            results.Add(table.SimulatePower(population, options with { Count = count }, progress, cancellation));
        return new PowerCurve(results);
    }

    /// <summary>
    /// Looks for the number of cases at which an effect (its <see cref="Effect.Name"/>) is found with a power, by the first kind of interval:
    /// the normal approximation through the power simulated so far, kept between the counts that enclose the power, simulated again until it
    /// holds within two standard errors; at most nine times. Returns every study made on the way and the one that answers.
    /// </summary>
    public static (PowerCurve Curve, PowerResult Found) FindCount(
        this ParameterTable table,
        IReadOnlyList<double> population,
        string effect,
        double power,
        PowerOptions options,
        IProgress<BootstrapProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(population);
        if (power is not (> 0 and < 1))
            throw new InputException(FormattableString.Invariant($"The power wanted is {power}; expected a number between 0 and 1."));
        return new CountSearch(power, options.Level, table.ObservedVariables.Count + 2).Find(
            options.Count, effect, count => new PowerStudy(table, [.. population], (options with { Count = count }).Checked(), [effect]).Execute(progress, cancellation), cancellation);
    }
}
