using System.Globalization;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Plans;

/// <summary>What a plan must be whatever the data; the first that it is not is an <see cref="InputException"/> with its line.</summary>
internal static class PlanChecks
{
    public static void Require(MultiversePlan plan)
    {
        if (plan.Claims.Count == 0)
            throw new InputException($"{plan.Source}: there is no claim; expected an effect and what is claimed about it.");
        if (plan.Decisions.Count == 0)
            throw new InputException($"{plan.Source}: there is no decision; expected one that could have been made otherwise.");
        RequireOnce(plan, "claim", plan.Claims.Select(claim => (claim.Name, 0)));
        RequireOnce(plan, "decision", plan.Decisions.Select(decision => (decision.Name, decision.Line)));
        foreach (var decision in plan.Decisions)
            Require(plan, decision);
        RequireReference(plan);
    }

    /// <summary>A line of the plan's file and what is wrong on it.</summary>
    public static InputException Refusal(MultiversePlan plan, int line, string words) =>
        new(line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{plan.Source}, line {line}: {words}") : $"{plan.Source}: {words}");

    private static void Require(MultiversePlan plan, Decision decision)
    {
        RequireOnce(plan, $"option of '{decision.Name}'", decision.Options.Select(option => (option.Name, option.Line)));
        if (decision.Options.Count < 2)
            throw Refusal(plan, decision.Line, $"decision '{decision.Name}' has {decision.Options.Count} option; expected two or more.");
        DecisionOption[] references = [.. decision.Options.Where(option => option.IsReference)];
        if (references.Length == 0)
            throw Refusal(plan, decision.Line, $"decision '{decision.Name}' has no reference; expected 'reference: true' at the option of the published analysis.");
        if (references.Length > 1)
            throw Refusal(plan, references[1].Line, $"decision '{decision.Name}' has two references, '{references[0].Name}' and '{references[1].Name}'; expected one.");
        foreach (var option in decision.Options)
            Require(plan, decision, option);
        if (decision.Options.Skip(1).All(option => IsSame(option.Changes, decision.Options[0].Changes)))
            throw Refusal(plan, decision.Line, $"decision '{decision.Name}' has no effect: all its options give the same analyses.");
    }

    private static void Require(MultiversePlan plan, Decision decision, DecisionOption option)
    {
        foreach (var condition in option.When)
        {
            if (condition.Decision == decision.Name)
                throw Refusal(plan, option.Line, $"option '{option.Name}' of '{decision.Name}' has a condition on its own decision.");
            var other = plan.Decisions.FirstOrDefault(each => each.Name == condition.Decision)
                ?? throw Refusal(plan, option.Line, $"when: {NearestName.Complaint("the decisions", condition.Decision, [.. plan.Decisions.Select(each => each.Name)])}");
            if (condition.Options.FirstOrDefault(name => other.Options.All(each => each.Name != name)) is { } unknown)
                throw Refusal(plan, option.Line, $"when: {NearestName.Complaint($"the options of '{other.Name}'", unknown, [.. other.Options.Select(each => each.Name)])}");
        }

        foreach (var name in option.Changes.Claims.Keys.Where(name => plan.Claims.All(claim => claim.Name != name)))
            throw Refusal(plan, option.Line, NearestName.Complaint("the claims", name, [.. plan.Claims.Select(claim => claim.Name)]));
    }

    private static void RequireReference(MultiversePlan plan)
    {
        var chosen = plan.Decisions.ToDictionary(decision => decision.Name, decision => decision.Reference.Name);
        foreach (var decision in plan.Decisions)
        {
            if (decision.Reference.When.FirstOrDefault(condition => !condition.Options.Contains(chosen[condition.Decision])) is { } broken)
                throw Refusal(plan, decision.Reference.Line, $"the reference '{decision.Reference.Name}' of '{decision.Name}' is not possible with the reference '{chosen[broken.Decision]}' of '{broken.Decision}'.");
        }
    }

    private static void RequireOnce(MultiversePlan plan, string what, IEnumerable<(string Name, int Line)> names)
    {
        if (names.GroupBy(each => each.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Refusal(plan, twice.ElementAt(1).Line, $"{what} '{twice.Key}' is given twice; expected each name once.");
    }

    private static bool IsSame(AnalysisChanges one, AnalysisChanges other) => SortedJson.Of(PlanForm.Changes(one)) == SortedJson.Of(PlanForm.Changes(other));
}
