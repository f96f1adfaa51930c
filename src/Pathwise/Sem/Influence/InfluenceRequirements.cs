using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Sem.Influence;

/// <summary>What a search for influential cases needs of a model, its sample and its options, asked before any work.</summary>
internal static class InfluenceRequirements
{
    private const int MostByDefault = 100;

    /// <summary>Stops where a search cannot be made.</summary>
    /// <exception cref="InputException">The reason.</exception>
    public static void Require(ParameterTable table, int count, InfluenceOptions options)
    {
        if (options.HasOneStep)
            OrderedRequirements.Refuse(table.OrderedVariables, "One-step approximations");
        if (options.ReferenceSamples > 0)
            OrderedRequirements.Refuse(table.OrderedVariables, "References of influential cases");
        if (table.GroupCount > 1)
            throw new InputException($"The search for influential cases is of one group; the model has {table.GroupCount}.");
        var effects = EffectCatalogue.Of(table, ModelStructure.Of(table).Latents).Effects;
        if (!effects.Any(effect => effect.Kind == EffectKind.SpecificIndirect))
            throw new InputException("The model has no mediator: no variable of it is both regressed (~) on another and a predictor of a third.");
        if (!effects.Any(effect => effect.Name == options.Effect))
            throw new InputException(NearestName.Complaint("the effects of the model", options.Effect, [.. effects.Select(effect => effect.Name)]));
        var fewest = table.ObservedVariables.Count + 2;
        if (count < fewest)
            throw new InputException($"The sample has {count} cases; leaving one out takes at least {fewest} with {fewest - 2} observed variables.");
        if (options.Budget < count)
            throw new InputException($"A budget of {options.Budget} fits is too small: to leave out each of {count} cases takes {count}.");
    }

    /// <summary>Most cases that may go: half of them and at most a hundred, or as the options say, and so few that the others have a covariance matrix of full rank.</summary>
    public static int Most(int count, int variables, InfluenceOptions options) => Math.Max(Math.Min(options.Most ?? Math.Min(count / 2, MostByDefault), count - variables - 1), 1);
}
