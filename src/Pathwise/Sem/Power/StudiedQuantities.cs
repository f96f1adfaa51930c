using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Power;

/// <summary>What a study is about beside effects: the tests that it counts and the parameters that it reports, and where they stand in a sample.</summary>
internal sealed class StudiedQuantities
{
    private readonly SimulatedPopulation population;
    private readonly PowerOptions options;
    private readonly IReadOnlyList<Parameter> parameters;
    private readonly SimulatedEffectTests effects;
    private readonly int testsOfFit;

    /// <summary>Of a study of a population.</summary>
    /// <exception cref="InputException">Tests are asked for that the model has no effects for.</exception>
    public StudiedQuantities(SimulatedPopulation population, PowerOptions options)
    {
        (this.population, this.options) = (population, options);
        parameters = options.HasParameters ? [.. population.Table.Rows.Where(row => row.IsFree).DistinctBy(row => row.Free)] : [];
        effects = new(population.Catalogue, options);
        testsOfFit = options.HasTests ? SimulatedTests.Names.Count : 0;
    }

    /// <summary>Memory for a sample.</summary>
    public PowerSample Sample() => new(population.Catalogue.Entries.Count, options.Kinds.Count, testsOfFit + effects.Count, parameters.Count);

    /// <summary>No samples yet.</summary>
    public PowerSums Sums()
    {
        var places = Enumerable.Range(0, population.Catalogue.Entries.Count);
        double[] truth =
        [
            .. places.Select(k => population.Effects.Effect(0, k, false)), .. places.Select(k => population.Effects.Effect(0, k, true)), .. parameters.Select(row => population.Values[row.Free - 1]),
        ];
        return new(truth, options.Kinds.Count, testsOfFit + effects.Count);
    }

    /// <summary>Writes the parameters and what the tests decide of a fit; its bootstrap is there where a study has draws.</summary>
    public void Write(FitResult fit, BootstrapResult? bootstrap, PowerSample sample)
    {
        if (testsOfFit > 0)
            SimulatedTests.Write(fit, 1 - options.Level, sample.Decisions);
        effects.Write(fit, bootstrap, sample.Decisions.AsSpan(testsOfFit));
        if (parameters.Count > 0)
            WriteParameters(fit, sample);
    }

    /// <summary>What the samples show of the tests of exact fit.</summary>
    public IEnumerable<TestPower> TestsOfFit(PowerSums sums) =>
        from k in Enumerable.Range(0, testsOfFit)
        let found = sums.Decisions(k)
        where found.Count > 0
        select new TestPower(SimulatedTests.Names[k], found.Count, found.Share!.Value);

    /// <summary>Of the tests of indirect effects.</summary>
    public IEnumerable<IndirectTestPower> IndirectTests(PowerSums sums) => effects.Indirect(population.Catalogue, sums, testsOfFit);

    /// <summary>Of the direct paths.</summary>
    public IEnumerable<DirectPathPower> DirectPaths(PowerSums sums) => effects.DirectPaths(population.Catalogue, sums, testsOfFit);

    /// <summary>Of the parameters; without those that fewer than two samples have.</summary>
    public IEnumerable<ParameterPower> Parameters(PowerSums sums)
    {
        var summary = new PowerSummary(options, population.Catalogue, sums);
        return parameters.Select((row, k) => summary.OfParameter(row, (2 * population.Catalogue.Entries.Count) + k)).OfType<ParameterPower>();
    }

    // The delta method of a parameter is Wald's interval; other kinds are of effects alone.
    private void WriteParameters(FitResult fit, PowerSample sample)
    {
        var (covariance, critical) = (ParameterCovariance.Once(fit), NormalDistribution.Quantile((1 + options.Level) / 2));
        for (var k = 0; k < parameters.Count; k++)
        {
            var (place, j) = (sample.PlaceOfParameter(k), parameters[k].Free - 1);
            var (value, error) = (fit.Values[j], covariance?[j, j] is > 0 and var variance ? Math.Sqrt(variance) : double.NaN);
            (sample.Values[place], sample.Errors[place]) = (value, error);
            for (var kind = 0; kind < options.Kinds.Count; kind++)
            {
                sample.Intervals[(kind * sample.Places) + place] = options.Kinds[kind] == IntervalKind.Delta && !double.IsNaN(error)
                    ? new Interval(value - (critical * error), value + (critical * error), options.Level) : null;
            }
        }
    }
}
