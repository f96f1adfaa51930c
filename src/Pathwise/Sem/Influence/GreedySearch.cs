using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Influence;

/// <summary>
/// The recursive greedy search: of the cases that are left, the one goes without which the exact fit is nearest to the aim, and then all others are
/// judged anew (of the methods that Huang et al., 2025, compare, the only one that failed none of their tests; Kuschnig et al., 2021). Nothing is added up,
/// so that a case that hides another is found.
/// </summary>
/// <param name="fit">Fits the sample without each set of cases.</param>
/// <param name="count">Number of cases.</param>
/// <param name="most">Most cases that go.</param>
/// <param name="admitsImproper">Whether improper solutions may be chosen, since the fit of all cases is one.</param>
internal sealed class GreedySearch(Func<IReadOnlyList<int[]>, Omission[]> fit, int count, int most, bool admitsImproper)
{
    /// <summary>True for fits that a search may choose.</summary>
    public static bool IsAdmitted(Omission found, bool admitsImproper) => found.Status == FitStatus.Proper || (admitsImproper && found.Status.HasConverged());

    /// <summary>
    /// Goes in the direction that the hunts share, from the fit of all cases until every hunt has found a set; gives the cases in the order in which they
    /// went, each with the fit after it.
    /// </summary>
    public IReadOnlyList<(int Case, Omission Fit)> Follow(Omission all, IReadOnlyList<DropHunt> hunts, CancellationToken cancellation = default)
    {
        var way = new List<(int Case, Omission Fit)>();
        while (way.Count < most && hunts.Any(hunt => hunt.IsOpenTo(way.Count + 1)) && !cancellation.IsCancellationRequested)
        {
            if (Next([.. way.Select(step => step.Case)], hunts) is not { } step)
                break;
            way.Add(step);
        }

        foreach (var hunt in hunts)
            hunt.EndGreedy([all, .. way.Select(step => step.Fit)]);
        return way;
    }

    private (int Case, Omission Fit)? Next(int[] gone, IReadOnlyList<DropHunt> hunts)
    {
        int[] left = [.. Enumerable.Range(0, count).Except(gone)];
        int[][] sets = [.. left.Select(each => (int[])[.. gone, each])];
        var fits = fit(sets);
        var (best, score) = (-1, double.PositiveInfinity);
        for (var i = 0; i < left.Length; i++)
        {
            var isAdmitted = IsAdmitted(fits[i], admitsImproper);
            foreach (var hunt in hunts)
                hunt.Consider(sets[i], fits[i], isAdmitted);
            if (isAdmitted && hunts[0].Aim.Direction.Score(fits[i]) is var found && found < score)
                (best, score) = (i, found);
        }

        return best < 0 ? null : (left[best], fits[best]);
    }
}
