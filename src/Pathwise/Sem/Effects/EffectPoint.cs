using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Effects;

/// <summary>The effects of a model at any values of its free parameters. One worker's.</summary>
internal sealed class EffectPoint
{
    private readonly EffectCatalogue catalogue;
    private readonly ImpliedMoments[] moments;
    private readonly EffectEvaluator effects;
    private readonly Standardization standardization;
    private readonly double[] arguments;

    /// <summary>Of a structure whose sample moments, if any, are filled in.</summary>
    public EffectPoint(ModelStructure structure, EffectCatalogue catalogue)
    {
        this.catalogue = catalogue;
        moments = [.. structure.Groups.Select((_, group) => new ImpliedMoments(structure, group))];
        effects = new EffectEvaluator(structure.Table, catalogue);
        standardization = new Standardization(structure, moments);
        arguments = new double[catalogue.Arguments.Apart];
    }

    /// <summary>The effects.</summary>
    public EffectCatalogue Catalogue => catalogue;

    /// <summary>Number of effects.</summary>
    public int Count => effects.Count;

    /// <summary>Writes the effects at the target's own values of the free parameters.</summary>
    public void Evaluate(EstimateSpans target)
    {
        for (var g = 0; g < moments.Length; g++)
        {
            moments[g].Update(target.Values);
            effects.Evaluate(g + 1, moments[g].Beta, moments[g].LatentCovariance, target.Effects, target.Standardized);
        }

        Define(target);
    }

    private void Define(EstimateSpans target)
    {
        catalogue.Arguments.Write(standardization, target.Values, arguments);
        if (!target.Arguments.IsEmpty)
            arguments.CopyTo(target.Arguments);
        for (var k = 0; k < catalogue.Entries.Count; k++)
        {
            if (catalogue.Entries[k] is not { Effect.Kind: EffectKind.Defined } entry)
                continue;
            target.Effects[k] = catalogue.Arguments.Raw(entry.First, target.Values);
            target.Standardized[k] = catalogue.Arguments.Standardized(entry.First, target.Standardized, arguments);
        }
    }
}
