namespace Pathwise.Multiverse.Universes;

/// <summary>
/// Which cases of the data an analysis uses: those that the rules on single cases leave, and of them, in each sample anew, those that the rules on the
/// sample leave. Immutable; any number of workers may share it.
/// </summary>
internal sealed class RowSelection
{
    private readonly IReadOnlyList<SampleRule> rules;

    public RowSelection(IReadOnlyList<int> candidates, IReadOnlyList<SampleRule> rules, int total)
    {
        (Candidates, this.rules) = ([.. candidates], rules);
        var counts = new int[total];
        foreach (var position in Candidates)
            counts[position] = 1;
        Select(counts);
        Kept = [.. Candidates.Where(position => counts[position] > 0)];
    }

    /// <summary>Positions in the data, from 0 and ascending, of the cases that the rules on single cases leave.</summary>
    public int[] Candidates { get; }

    /// <summary>Positions of the cases that are analysed when every case of the data is there once.</summary>
    public int[] Kept { get; }

    /// <summary>Whether rules look at the other cases of a sample.</summary>
    public bool DependsOnSample => rules.Count > 0;

    /// <summary>Of a sample in which each case of the data is so many times, sets to zero those that the rules on the sample leave out.</summary>
    public void Select(Span<int> counts)
    {
        foreach (var rule in rules)
            rule.LeaveOut(Candidates, counts);
    }
}
