using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Power;

/// <summary>A model with single coefficients of its indirect effects at zero, compiled: what likelihood-ratio tests compare it with. Immutable; any number of workers may share it.</summary>
internal sealed class RestrictedModels
{
    private readonly Dictionary<int, CompiledGroup> models = [];

    /// <summary>The tests that they are for.</summary>
    public required SimulatedEffectTests Tests { get; init; }

    /// <summary>The model of the population, fitted to the population's own moments.</summary>
    public required FitResult Fit { get; init; }

    /// <summary>The model with a parameter, counted from 1, at zero.</summary>
    public CompiledGroup this[int free] => models[free];

    /// <summary>The row of a parameter, counted from 1, that is free in the population's model.</summary>
    public Parameter Row(int free) => Fit.Table.Rows.First(row => row.Free == free);

    /// <summary>Positions of the parameters that are at zero, counted from 1.</summary>
    public IEnumerable<int> Frees => models.Keys;

    /// <summary>Those that a study needs, or null and why its tests are not made by compiled code.</summary>
    public static RestrictedModels? TryMake(FitResult fit, EffectCatalogue catalogue, PowerOptions options, out string? whyNot)
    {
        var made = new RestrictedModels { Fit = fit, Tests = new(catalogue, options) };
        var compared = made.Tests.IndirectRows.Where(each => each.Kind == MediationTestKind.Mbco).Select(each => catalogue.Entries[each.Effect]).ToList();
        whyNot = options.IndirectTests.Any(kind => kind.IsOfBootstrap()) ? "tests by the bootstrap"
            : compared.Any(entry => entry.Effect.Kind == EffectKind.TotalIndirect) ? "likelihood-ratio tests of sums of effects"
            : compared.Count > 0 && fit.Table.HasMeanStructure ? "likelihood-ratio tests of a model with means"
            : compared.SelectMany(entry => PathCoefficients.Of(fit, catalogue, entry)).All(made.TryAdd) ? null
            : "likelihood-ratio tests against a model that the population's own moments do not determine";
        return whyNot is null ? made : null;
    }

    private bool TryAdd(Parameter row)
    {
        if (models.ContainsKey(row.Free))
            return true;
        var restricted = At(row.Free);
        if (!restricted.HasConverged || CompiledFit.Of(restricted) is not { Groups: [var group] })
            return false;
        models.Add(row.Free, group);
        return true;
    }

    private FitResult At(int free)
    {
        // Without the row, not with a zero in it: a fixed value would keep compiled code from choosing the units of the variables that it touches.
        IReadOnlyList<Parameter> rows = [.. Fit.Table.Rows.Where(row => row.Free != free).Select(row => row.Free > free ? row with { Free = row.Free - 1 } : row)];
        var table = Fit.Table.With(rows, keepsDefinitions: false);
        var near = table.Fit(Fit.Sample, Fit.Options with { StartingValues = [.. Fit.Values.Where((_, j) => j != free - 1)] });
        return near.HasConverged ? near : table.Fit(Fit.Sample, Fit.Options with { StartingValues = null });
    }
}
