using Pathwise.Sem.Syntax;
using Pathwise.Tables;

namespace Pathwise.Sem.Moderation;

/// <summary>What the model of a number is made of (Hayes, 2022, appendix A).</summary>
/// <param name="Mediators">The fewest mediators; zero where there are none at all.</param>
/// <param name="Moderators">The number of moderators.</param>
/// <param name="IsSerial">Whether a mediator acts on those after it.</param>
/// <param name="First">Whether w moderates what acts on mediators.</param>
/// <param name="Second">Whether w moderates what mediators do to the outcome.</param>
/// <param name="Direct">Whether w moderates what the cause does to the outcome.</param>
/// <param name="IsJoint">Whether the two moderators moderate each other.</param>
internal sealed record ProcessForm(int Mediators, int Moderators, bool IsSerial, bool First, bool Second, bool Direct, bool IsJoint = false)
{
    private static readonly SortedDictionary<int, ProcessForm> Forms = new()
    {
        [1] = new(0, 1, false, false, false, true),
        [2] = new(0, 2, false, false, false, true),
        [3] = new(0, 2, false, false, false, true, IsJoint: true),
        [4] = new(1, 0, false, false, false, false),
        [5] = new(1, 1, false, false, false, true),
        [6] = new(2, 0, true, false, false, false),
        [7] = new(1, 1, false, true, false, false),
        [8] = new(1, 1, false, true, false, true),
        [14] = new(1, 1, false, false, true, false),
        [15] = new(1, 1, false, false, true, true),
        [58] = new(1, 1, false, true, true, false),
        [59] = new(1, 1, false, true, true, true),
        [92] = new(2, 1, true, true, true, true),
    };

    /// <summary>The form of a plan's number, when the plan has what it needs.</summary>
    /// <exception cref="InputException">The number is not offered, a part is missing or is none of the model's, or a variable has two parts.</exception>
    public static ProcessForm Of(ProcessPlan plan)
    {
        if (!Forms.TryGetValue(plan.Number, out var form))
            throw new InputException($"--process {plan.Number}: this model is not offered; there are {string.Join(", ", Forms.Keys)}. Any other can be written in the model syntax with products, as x:w.");
        Require(plan, form.Mediators > 0, plan.Mediators.Count > 0, "--m");
        Require(plan, form.Moderators > 0, plan.W is not null, "--w");
        Require(plan, form.Moderators > 1, plan.Z is not null, "--z");
        if (plan.Mediators.Count < form.Mediators)
            throw new InputException($"--process {plan.Number}: --m names {plan.Mediators.Count} mediator; expected at least {form.Mediators}, one after the other.");
        string[] parts = [plan.X, plan.Y, .. plan.Mediators, .. plan.Moderators, .. plan.Covariates];
        if (parts.FirstOrDefault(name => !Tokenizer.IsName(name)) is { } unnamed)
            throw new InputException($"--process {plan.Number}: {Quoted.Of(unnamed)} cannot be a name in a model; expected letters, digits, points and underscores, and no digit first. Give the column such a name.");
        if (parts.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InputException($"--process {plan.Number}: {twice.Key} is given two parts; expected another variable for each of --x, --m, --y, --w, --z and --covariates.");
        return form;
    }

    private static void Require(ProcessPlan plan, bool isNeeded, bool isThere, string option)
    {
        if (isNeeded && !isThere)
            throw new InputException($"--process {plan.Number} needs {option}.");
        if (isThere && !isNeeded)
            throw new InputException($"--process {plan.Number} has no part for {option}; leave it out.");
    }
}
