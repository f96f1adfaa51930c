using Pathwise.Sem.Compiled;
using Pathwise.Sem.Compiled.FourAtOnce;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>All that fits of resamples share, worked out once for a run. Immutable; any number of workers may share it.</summary>
internal sealed class CompiledFit
{
    private CompiledFit(FitResult fit, CovarianceModel model)
    {
        Model = model;
        Units = CompiledRefit.Units(fit, model);
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

    /// <summary>The model of a fit, or null where the general path is needed (see <see cref="CompiledRefit.Compile"/>).</summary>
    public static CompiledFit? Of(FitResult fit) => CompiledRefit.Compile(fit) is { } model ? new CompiledFit(fit, model) : null;
}
