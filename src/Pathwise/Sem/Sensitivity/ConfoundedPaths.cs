using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Sem.Sensitivity;

/// <summary>An indirect effect, the disturbances that may be correlated behind it, and the equation that this touches; positions among the structural variables.</summary>
/// <param name="Names">The structural variables.</param>
/// <param name="Effect">The effect.</param>
/// <param name="Paths">The effect's paths, cause and outcome included.</param>
/// <param name="Sources">Those whose disturbances may correlate with that of the target.</param>
/// <param name="Target">The variable whose equation moves.</param>
/// <param name="Parents">The variables with a free coefficient in the target's equation.</param>
/// <param name="Arrows">The regressions along the paths, each once.</param>
internal sealed record ConfoundedPaths(IReadOnlyList<string> Names, Effect Effect, int[][] Paths, int[] Sources, int Target, int[] Parents, IReadOnlyList<ConfoundedArrow> Arrows)
{
    /// <summary>The cause.</summary>
    public int Cause => Paths[0][0];

    /// <summary>The outcome.</summary>
    public int Outcome => Paths[0][^1];

    /// <summary>The disturbances in words: <c>m ~~ y</c>.</summary>
    public string Between => $"{string.Join(" + ", Sources.Select(source => Names[source]))} ~~ {Names[Target]}";

    /// <summary>Finds the effect of a fit of one group, and whose disturbances are meant.</summary>
    /// <exception cref="InputException">The model has no such effect, or the effect no mediator, or no such equation.</exception>
    public static ConfoundedPaths Of(FitResult fit, SensitivityOptions options)
    {
        if (fit.Table.GroupCount > 1)
            throw new InputException($"The model has {fit.Table.GroupCount} groups; a sensitivity analysis is of one group's effect: fit that group alone.");
        var catalogue = EffectCatalogue.Of(fit.Table, fit.Structure.Latents);
        var entry = Find(catalogue, options.Effect);
        var paths = entry.Effect.Kind == EffectKind.SpecificIndirect
            ? [entry.Path]
            : catalogue.Entries.Where(each => each.Effect.Kind == EffectKind.SpecificIndirect && (each.First, each.Second) == (entry.First, entry.Second)).Select(each => each.Path).ToArray();
        var (sources, target) = options.Between is { } between ? Read(between, catalogue) : Ends(fit, catalogue, paths, options.Effect);
        if (Array.IndexOf(sources, target) >= 0)
            throw new InputException($"{catalogue.Variables[target]} stands on both sides of ~~; a disturbance correlates with that of another variable.");
        if (PredictorsOf(fit, target) is [])
            throw new InputException($"{catalogue.Variables[target]} has no equation with a free coefficient; on the right of ~~ stands a variable that others act on.");
        return new(catalogue.Variables, entry.Effect, paths, sources, target, PredictorsOf(fit, target), ConfoundedArrow.Of(fit, paths));
    }

    private static EffectEntry Find(EffectCatalogue catalogue, string name)
    {
        var indirect = catalogue.Entries.Where(each => each.Effect.Kind is EffectKind.SpecificIndirect or EffectKind.TotalIndirect).ToList();
        if (indirect.Count == 0)
            throw new InputException("The model has no indirect effect: no variable stands between two others (expected regressions such as m ~ x and y ~ m).");
        if (indirect.Find(each => each.Effect.Name == name) is { } found)
            return found;
        if (catalogue.Entries.FirstOrDefault(each => each.Effect.Name == name) is { } other)
            throw new InputException($"{name} is no indirect effect ({other.Effect.Kind.Heading().ToLowerInvariant()}). The model has: {string.Join(", ", indirect.Select(each => each.Effect.Name))}.");
        throw new InputException(NearestName.Complaint("the indirect effects", name, [.. indirect.Select(each => each.Effect.Name)]));
    }

    private static (int[] Sources, int Target) Read(string between, EffectCatalogue catalogue)
    {
        var names = catalogue.Variables;
        if (between.Split("~~") is not [var left, var right])
            throw new InputException($"'{between}' does not say whose disturbances correlate; expected m ~~ y, or m1 + m2 ~~ y.");
        int Position(string name) => names.ToList().IndexOf(name.Trim()) is var at and >= 0
            ? at
            : throw new InputException(NearestName.Complaint("the structural variables", name.Trim(), names));
        (int[] sources, var target) = ([.. left.Split('+').Select(Position).Distinct()], Position(right));

        // A covariance has no direction: the equation that moves is that of the variable which the other acts on.
        return sources is [var source] && catalogue.Entries.Any(each => each.Effect.Kind == EffectKind.Total && (each.First, each.Second) == (target, source))
            ? ([target], source)
            : (sources, target);
    }

    // The last arrow of each path that is a regression: what hangs on the outcome by loadings is only what measures it.
    private static (int[] Sources, int Target) Ends(FitResult fit, EffectCatalogue catalogue, int[][] paths, string name)
    {
        var regressions = fit.Table.Rows.Where(row => row.Operator == Operator.Regression).Select(row => (row.Rhs, row.Lhs)).ToHashSet();
        var ends = paths.Select(path => Enumerable.Range(1, path.Length - 1).Last(i => regressions.Contains((catalogue.Variables[path[i - 1]], catalogue.Variables[path[i]])))).ToArray();
        if (ends.Zip(paths).Any(each => each.First == 1))
            throw new InputException($"{name} has no mediator: its cause acts on the last variable of a regression directly, and the rest of the path are loadings.");
        int[] targets = [.. ends.Zip(paths, (end, path) => path[end]).Distinct()];
        return targets is [var target]
            ? ([.. ends.Zip(paths, (end, path) => path[end - 1]).Distinct()], target)
            : throw new InputException($"The paths of {name} end in regressions of several variables ({string.Join(", ", targets.Select(each => catalogue.Variables[each]))}); say whose disturbances correlate, as m ~~ y.");
    }

    private static int[] PredictorsOf(FitResult fit, int target) =>
    [
        .. from cell in fit.Structure.Groups[0]
           where cell.Matrix == ModelMatrix.Beta && cell.Row == target && cell.Free >= 0
           orderby cell.Column
           select cell.Column,
    ];
}
