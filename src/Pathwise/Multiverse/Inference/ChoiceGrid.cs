using Pathwise.Multiverse.Runs;

namespace Pathwise.Multiverse.Inference;

/// <summary>Which option each universe takes at each decision: -1 where a decision does not arise. Any set of universes, not only a full crossing.</summary>
internal sealed class ChoiceGrid
{
    private readonly int[][] choices;

    /// <summary>A row for each universe, a place in it for each decision.</summary>
    public ChoiceGrid(IReadOnlyList<string> decisions, IReadOnlyList<int[]> choices)
    {
        if (choices.Any(row => row.Length != decisions.Count || row.Any(choice => choice < -1)))
            throw new ArgumentException("Every universe takes an option, or none, at every decision.", nameof(choices));
        (Decisions, this.choices) = (decisions, [.. choices]);
        Levels = [.. Enumerable.Range(0, decisions.Count).Select(k => choices.Select(row => row[k] + 2).DefaultIfEmpty(1).Max())];
    }

    /// <summary>The names of the decisions.</summary>
    public IReadOnlyList<string> Decisions { get; }

    /// <summary>Number of universes.</summary>
    public int Count => choices.Length;

    /// <summary>For each decision the number of its levels, that of not arising among them.</summary>
    public int[] Levels { get; }

    /// <summary>The decisions in which the rows differ, options numbered in the order of the rows.</summary>
    public static ChoiceGrid Of(IReadOnlyList<UniverseRow> rows)
    {
        string[] names = [.. rows.SelectMany(row => row.Choices.Select(choice => choice.Decision)).Distinct()];
        var options = names.Select(_ => new Dictionary<string, int>()).ToArray();
        var all = rows.Select(row => Numbered(row, names, options)).ToList();
        int[] varied = [.. Enumerable.Range(0, names.Length).Where(k => all.Select(row => row[k]).Distinct().Count() > 1)];
        return new([.. varied.Select(k => names[k])], [.. all.Select(row => varied.Select(k => row[k]).ToArray())]);
    }

    private static int[] Numbered(UniverseRow row, string[] names, Dictionary<string, int>[] options)
    {
        var numbers = new int[names.Length];
        Array.Fill(numbers, -1);
        foreach (var choice in row.Choices)
        {
            var k = Array.IndexOf(names, choice.Decision);
            options[k].TryAdd(choice.Option, options[k].Count);
            numbers[k] = options[k][choice.Option];
        }

        return numbers;
    }

    /// <summary>The options of a universe.</summary>
    public ReadOnlySpan<int> Of(int universe) => choices[universe];

    /// <summary>How many decisions are taken differently by two universes in which both arise.</summary>
    public int Distance(int one, int other)
    {
        var (distance, left, right) = (0, choices[one], choices[other]);
        for (var k = 0; k < left.Length; k++)
            distance += left[k] >= 0 && right[k] >= 0 && left[k] != right[k] ? 1 : 0;
        return distance;
    }

    /// <summary>Splits groups of universes by their option at a decision: group numbers from 0 without gaps; returns how many there are.</summary>
    public int Split(int decision, ReadOnlySpan<int> groups, int count, Span<int> target)
    {
        var levels = Levels[decision];
        var numbers = new int[count * levels];
        Array.Fill(numbers, -1);
        var next = 0;
        for (var s = 0; s < choices.Length; s++)
        {
            ref var number = ref numbers[(groups[s] * levels) + choices[s][decision] + 1];
            if (number < 0)
                number = next++;
            target[s] = number;
        }

        return next;
    }

    /// <summary>Groups of universes that take all decisions alike but one; returns how many there are.</summary>
    public int SplitByOthers(int decision, Span<int> groups)
    {
        groups.Clear();
        var count = 1;
        for (var k = 0; k < Decisions.Count; k++)
        {
            if (k != decision)
                count = Split(k, groups, count, groups);
        }

        return count;
    }

    /// <summary>True when a decision is crossed with all others in full and the universes that differ in it alone have the same item.</summary>
    public bool ChangesNothing(int decision, IReadOnlyList<int> items)
    {
        var groups = new int[Count];
        var count = SplitByOthers(decision, groups);
        var (sizes, first) = (new int[count], new int?[count]);
        for (var s = 0; s < Count; s++)
        {
            sizes[groups[s]]++;
            if ((first[groups[s]] ??= items[s]) != items[s])
                return false;
        }

        return sizes.All(size => size == sizes[0]) && sizes[0] == choices.Select(row => row[decision]).Distinct().Count();
    }

    /// <summary>The universes with the first option of some decisions, without these decisions.</summary>
    public (ChoiceGrid Grid, int[] Universes) Without(IReadOnlySet<int> decisions)
    {
        int[] kept = [.. Enumerable.Range(0, Decisions.Count).Where(k => !decisions.Contains(k))];
        int[] universes = [.. Enumerable.Range(0, Count).Where(s => decisions.All(k => choices[s][k] == choices[0][k]))];
        return (new([.. kept.Select(k => Decisions[k])], [.. universes.Select(s => kept.Select(k => choices[s][k]).ToArray())]), universes);
    }
}
