using Pathwise.Multiverse.Plans;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Multiverse.Universes;

/// <summary>Makes the analysis of a universe from the base and the options chosen. What options of the model have in common is worked out once.</summary>
internal sealed class UniverseSettings(MultiversePlan plan, IReadOnlyList<string> reversed)
{
    private readonly Dictionary<string, string> models = [];
    private readonly Dictionary<string, PlanSettings> settings = [];

    /// <summary>The analysis in which these options are chosen, one of each decision, in the order of the plan.</summary>
    /// <exception cref="InputException">The options cannot be followed together; the message names the line.</exception>
    public UniverseSetting Of(IReadOnlyList<DecisionOption> options)
    {
        AnalysisChanges[] changes = [plan.Base.Analysis, .. options.Select(option => option.Changes)];
        return Checked(options, new()
        {
            Model = Model(options),
            Settings = Settings(options),
            Keep = [.. changes.SelectMany(each => each.Keep).Distinct().Order(StringComparer.Ordinal)],
            Exclude = [.. changes.SelectMany(each => each.Exclude)],
            Derive = Derived(options),
            DropBelow = changes.Select(each => each.DropBelow).LastOrDefault(each => each is not null),
            Measurement = changes.Select(each => each.Measurement).LastOrDefault(each => each is not null) ?? MeasurementStrategy.Latent,
            Effects = [.. plan.Claims.Select(claim => changes.Select(each => each.Claims.GetValueOrDefault(claim.Name)).LastOrDefault(each => each is not null) ?? claim.Effect)],
            Interval = changes.Select(each => each.Interval).LastOrDefault(each => each is not null),
            Improper = changes.Select(each => each.Improper).LastOrDefault(each => each is not null) ?? ImproperRule.Keep,
            Level = changes.Select(each => each.Level).LastOrDefault(each => each is not null) ?? 0.95,
            IsStandardized = changes.Select(each => each.IsStandardized).LastOrDefault(each => each is not null) ?? true,
            Resamples = changes.Select(each => each.Resamples).LastOrDefault(each => each is not null),
        });
    }

    private UniverseSetting Checked(IReadOnlyList<DecisionOption> options, UniverseSetting setting) => setting is { Improper: ImproperRule.Bounded, DependsOnSample: true }
        ? throw PlanChecks.Refusal(plan, options.LastOrDefault(option => option.Changes.Improper is not null)?.Line ?? 0, "improper: bounded does not go with items or scores that are chosen anew in each resample (drop below, factor scores, Croon, single indicators); give these another rule, or exclude the pair.")
        : setting;

    private string Model(IReadOnlyList<DecisionOption> options)
    {
        var key = string.Join(',', options.Select((option, i) => IsOfModel(option.Changes) ? $"{i}:{option.Name}" : ""));
        if (!models.TryGetValue(key, out var model))
            models.Add(key, model = Edited(options));
        return model;
    }

    private string Edited(IReadOnlyList<DecisionOption> options)
    {
        var text = plan.Base.Model.Text;
        var drop = new List<string>();
        text = At(null, () => Edited(text, plan.Base.Analysis, drop));
        foreach (var option in options)
            text = At(option, () => Edited(text, option.Changes, drop));
        text = At(options.LastOrDefault(option => option.Changes is { Drop.Count: > 0 } or { DropsReversed: true }), () => ModelEdits.Drop(text, [.. drop.Distinct()]));
        At(options.LastOrDefault(option => IsOfModel(option.Changes)), () => ModelSpecification.Parse(text).Table());
        return text;
    }

    private string Edited(string text, AnalysisChanges changes, List<string> drop)
    {
        text = ModelEdits.Apply(changes.Model?.Text ?? text, changes.Remove, changes.Add);
        drop.AddRange(changes.Drop);
        if (changes.DropsReversed)
            drop.AddRange(Reversed(text));
        return text;
    }

    // Those of the codebook that the model has.
    private string[] Reversed(string text)
    {
        string[] found = [.. ModelSyntax.Parse(text).Terms.Where(term => term.Operator == "=~" && reversed.Contains(term.Rhs)).Select(term => term.Rhs).Distinct()];
        return found.Length > 0 ? found : throw new InputException("no item of the model is called reversed by a codebook.");
    }

    private static bool IsOfModel(AnalysisChanges of) => of is { Model: not null } or { Remove.Count: > 0 } or { Add.Count: > 0 } or { Drop.Count: > 0 } or { DropsReversed: true };

    private PlanSettings Settings(IReadOnlyList<DecisionOption> options)
    {
        var key = string.Join(',', options.Select((option, i) => option.Changes.Settings.Count > 0 ? $"{i}:{option.Name}" : ""));
        if (settings.TryGetValue(key, out var found))
            return found;
        found = new();
        foreach (var (name, value) in plan.Base.Analysis.Settings)
            found = found.With(name, value, plan.Source);
        foreach (var option in options)
        {
            foreach (var (name, value) in option.Changes.Settings)
                found = found.With(name, value, $"{plan.Source}, line {option.Line}");
        }

        settings.Add(key, found);
        return found;
    }

    private IReadOnlyList<DerivedColumn> Derived(IReadOnlyList<DecisionOption> options)
    {
        DerivedColumn[] all = [.. plan.Base.Analysis.Derive, .. options.SelectMany(option => option.Changes.Derive)];
        if (all.GroupBy(column => column.Name).FirstOrDefault(group => group.Distinct().Count() > 1) is not { } twice)
            return [.. all.Distinct()];
        var option = options.Last(each => each.Changes.Derive.Any(column => column.Name == twice.Key));
        throw PlanChecks.Refusal(plan, option.Line, $"the column '{twice.Key}' is computed in two ways.");
    }

    private T At<T>(DecisionOption? option, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SyntaxException problem)
        {
            throw PlanChecks.Refusal(plan, option?.Line ?? 0, $"{Name(option)}: {problem.Text}: {problem.Reason}");
        }
        catch (InputException problem) when (!problem.Message.StartsWith(plan.Source, StringComparison.Ordinal))
        {
            throw PlanChecks.Refusal(plan, option?.Line ?? 0, $"{Name(option)}: {problem.Message}");
        }
    }

    private static string Name(DecisionOption? option) => option is null ? "base" : $"option '{option.Name}'";
}
