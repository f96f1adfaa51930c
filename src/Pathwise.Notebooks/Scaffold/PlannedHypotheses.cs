using System.Globalization;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;
using Pathwise.Studies;

namespace Pathwise.Notebooks.Scaffold;

/// <summary>The hypotheses of a new study: those that are given, or else one for each path of its model, without a direction.</summary>
internal static class PlannedHypotheses
{
    public static IReadOnlyList<Hypothesis> Of(ParameterTable table, IReadOnlyList<string> given) => given.Count == 0
        ? [.. Paths(table).Select((row, i) => new Hypothesis(string.Create(CultureInfo.InvariantCulture, $"H{i + 1}"), $"{row.Rhs} -> {row.Lhs}", ExpectedSign.Any))]
        : [.. given.Select(text => Known(table, Parsed(text)))];

    /// <summary>The regressions that the syntax states.</summary>
    public static IEnumerable<Parameter> Paths(ParameterTable table) =>
        table.Rows.Where(row => row is { Operator: Operator.Regression, IsFromUser: true, IsFree: true, Group: 1 });

    /// <summary>The effects of the model.</summary>
    public static IReadOnlyList<Effect> Effects(ParameterTable table) => EffectCatalogue.Of(table, ModelStructure.Of(table).Latents).Effects;

    private static Hypothesis Parsed(string text)
    {
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        return parts.Length is 2 or 3 && parts.All(part => part.Length > 0)
            ? Hypothesis.Of(parts[0], parts[1], parts.Length == 3 ? StudyFile.Sign($"hypothesis '{parts[0]}'", parts[2]) : ExpectedSign.Any)
            : throw new InputException($"Not a hypothesis: {text}. Expected NAME: PATH or NAME: PATH: SIGN, such as 'H1: x -> y: positive'.");
    }

    private static Hypothesis Known(ParameterTable table, Hypothesis hypothesis)
    {
        var variables = table.LatentVariables.Concat(table.ObservedVariables);
        if (hypothesis.Variables.FirstOrDefault(name => !variables.Contains(name)) is { } unknown)
            throw new InputException($"hypothesis '{hypothesis.Name}': '{unknown}' is no variable of the model. It has: {string.Join(", ", variables)}.");
        if (!hypothesis.IsCorrelation && !Effects(table).Any(effect => effect.Name == hypothesis.Path))
            throw new InputException($"hypothesis '{hypothesis.Name}': the model has no effect {hypothesis.Path}. It has: {string.Join("; ", Effects(table).Where(IsPath).Select(effect => effect.Name))}.");
        return hypothesis;
    }

    private static bool IsPath(Effect effect) => effect.Kind is EffectKind.Direct or EffectKind.SpecificIndirect or EffectKind.Total;
}
