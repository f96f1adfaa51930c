using Pathwise.Sem.Compiled;
using Pathwise.Sem.Compiled.FourAtOnce;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>All that fits of resamples share, worked out once for a run. Immutable; any number of workers may share it.</summary>
internal sealed class CompiledFit
{
    private CompiledFit(FitResult fit, IReadOnlyList<CovarianceModel> models) =>
        Groups = [.. models.Select((model, g) => new CompiledGroup(fit, model, g + 1))];

    /// <summary>Its groups, which share no parameter: each is fitted by itself.</summary>
    public CompiledGroup[] Groups { get; }

    /// <summary>The compiled model of the first group.</summary>
    public CovarianceModel Model => Groups[0].Model;

    /// <summary>True where fits side by side are faster than one after the other.</summary>
    public bool HasLanes => Array.TrueForAll(Groups, group => group.Lanes is not null);

    /// <summary>The models of a fit, or null where they cannot be fitted one by one (see <see cref="CompiledPath"/>).</summary>
    public static CompiledFit? Of(FitResult fit) => CompiledPath.TryCompileAll(fit, out _) is { } models ? new CompiledFit(fit, models) : null;
}

/// <summary>What fits of one group of resamples share. Immutable; any number of workers may share it.</summary>
internal sealed class CompiledGroup
{
    /// <summary>The group of this number, counted from 1.</summary>
    public CompiledGroup(FitResult fit, CovarianceModel model, int group)
    {
        Model = model;
        Units = CompiledRefit.Units(fit, model, group);
        Map = DerivativeMap.Of(Units.Working);
        var start = CompiledRefit.Start(fit, model);
        Units.ToWorking(start, new double[model.StructuralCount]);
        Lanes = LaneFitter.Suits(model) ? LaneStart.Of(Units.Working, Map, start) : null;
    }

    /// <summary>The compiled model.</summary>
    public CovarianceModel Model { get; }

    /// <summary>The units of its latent variables while it is fitted.</summary>
    public LatentUnits Units { get; }

    /// <summary>The derivatives of the model in these units.</summary>
    public DerivativeMap Map { get; }

    /// <summary>Where fits side by side set out; null where one after the other is faster.</summary>
    public LaneStart? Lanes { get; }
}
