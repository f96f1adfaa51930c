using System.Globalization;
using Pathwise.Multiverse.Plans;

namespace Pathwise.Multiverse.Universes;

/// <summary>
/// The combinations of options that a plan allows, in the order in which they are run: decisions on cases vary slowest and those of inference alone
/// fastest, so that neighbours share what is costly; among these, as in the plan.
/// </summary>
internal sealed class Combinations
{
    /// <summary>So many universes at most.</summary>
    public const int Most = 1_000_000;

    private readonly MultiversePlan plan;
    private readonly int[] order;
    private readonly DecisionOption[] chosen;
    private readonly List<DecisionOption[]> found = [];

    private Combinations(MultiversePlan plan)
    {
        this.plan = plan;
        order = [.. Enumerable.Range(0, plan.Decisions.Count).OrderBy(i => Rank(plan.Decisions[i]))];
        chosen = [.. plan.Decisions.Select(decision => decision.Reference)];
    }

    /// <summary>The options chosen in each, in the order of the plan's decisions.</summary>
    public static IReadOnlyList<IReadOnlyList<DecisionOption>> Of(MultiversePlan plan)
    {
        var all = new Combinations(plan);
        all.Choose(0, new(0, 0, 0));
        return all.found;
    }

    /// <summary>The type of a combination: that of the options that differ from the reference.</summary>
    public static DecisionType Type(MultiversePlan plan, IReadOnlyList<DecisionOption> options) =>
        options.Select((option, i) => option.IsReference ? DecisionType.Equivalent : option.Type ?? plan.Decisions[i].Type).Max();

    private static int Rank(Decision decision) =>
        decision.Options.Any(option => option.Changes.IsOfRows) ? 0
        : decision.Options.All(option => option.Changes == AnalysisChanges.None || option.Changes.IsOfInference) ? 2
        : 1;

    private void Choose(int depth, Departures departures)
    {
        if (depth == order.Length)
        {
            found.Add([.. chosen]);
            if (found.Count > Most)
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{plan.Source}: the plan has more than {Most} universes; cross fewer decisions (crossed: core, or alone)."));
            return;
        }

        var decision = plan.Decisions[order[depth]];
        foreach (var option in decision.Options)
        {
            var further = option.IsReference ? departures : departures.With(decision, option);
            chosen[order[depth]] = option;
            if (further.AreAllowed && IsPossible(depth))
                Choose(depth + 1, further);
        }

        chosen[order[depth]] = decision.Reference;
    }

    // Every condition between decisions that are made.
    private bool IsPossible(int depth)
    {
        var last = order[depth];
        for (var i = 0; i <= depth; i++)
        {
            var at = order[i];
            if (chosen[at].When.Count == 0 && chosen[last].When.Count == 0)
                continue;
            if (Breaks(chosen[at], last) || Breaks(chosen[last], at))
                return false;
        }

        return true;
    }

    private bool Breaks(DecisionOption option, int other) =>
        option.When.Any(condition => condition.Decision == plan.Decisions[other].Name && !condition.Options.Contains(chosen[other].Name));

    /// <summary>How many decisions depart from the reference, by how they are crossed.</summary>
    private readonly record struct Departures(int Alone, int Core, int Others)
    {
        // Those of type E that are crossed with all belong to the core.
        private int OfCore { get; init; }

        public bool AreAllowed => Alone == 0 ? Core == 0 || (Core == 1 && Others == 0) : Alone == 1 && Core + Others + OfCore == 0;

        public Departures With(Decision decision, DecisionOption option) => decision.Crossing switch
        {
            Crossing.Alone => this with { Alone = Alone + 1 },
            Crossing.Core => this with { Core = Core + 1 },
            _ when (option.Type ?? decision.Type) == DecisionType.Equivalent => this with { OfCore = OfCore + 1 },
            _ => this with { Others = Others + 1 },
        };
    }
}
