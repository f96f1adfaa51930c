using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Influence;

/// <summary>Fits the sample without every set of its cases, size by size, as long as a budget of fits allows and a smaller set would be news.</summary>
internal sealed class SetEnumeration(Func<IReadOnlyList<int[]>, Omission[]> fit, int count, int most, bool admitsImproper, IProgress<BootstrapProgress>? progress)
{
    private const int SetsAtOnce = 2048;

    /// <summary>Up to which size every set was fitted; the hunts know the smallest that they found.</summary>
    public int Run(IReadOnlyList<DropHunt> hunts, int budget, CancellationToken cancellation)
    {
        var used = 0L;
        for (var size = 1; ; size++)
        {
            var sets = Binomial(count, size);
            if (size > most || used + sets > budget || !hunts.Any(hunt => hunt.IsOpenTo(size)) || !TrySize(size, (int)sets, hunts, cancellation))
                return size - 1;
            used += sets;
        }
    }

    /// <summary>Number of sets of a size; as many as an integer can tell at most.</summary>
    public static long Binomial(int count, int size)
    {
        var sets = 1L;
        for (var i = 1; i <= size && sets <= int.MaxValue; i++)
            sets = sets * (count - size + i) / i;
        return sets;
    }

    /// <summary>Every set of a size, in the order of a dictionary.</summary>
    public static IEnumerable<int[]> Sets(int count, int size)
    {
        int[] set = [.. Enumerable.Range(0, size)];
        while (size <= count)
        {
            yield return [.. set];
            var place = size - 1;
            while (place >= 0 && set[place] == count - size + place)
                place--;
            if (place < 0)
                yield break;
            set[place]++;
            for (var next = place + 1; next < size; next++)
                set[next] = set[next - 1] + 1;
        }
    }

    private bool TrySize(int size, int total, IReadOnlyList<DropHunt> hunts, CancellationToken cancellation)
    {
        var open = hunts.Where(hunt => hunt.IsOpenTo(size)).ToList();
        var done = 0;
        foreach (var sets in Sets(count, size).Chunk(SetsAtOnce))
        {
            if (cancellation.IsCancellationRequested)
                return false;
            foreach (var (i, found) in fit(sets).Index())
            {
                foreach (var hunt in open)
                    hunt.Consider(sets[i], found, GreedySearch.IsAdmitted(found, admitsImproper));
            }

            progress?.Report(new(done += sets.Length, total) { What = size == 1 ? "cases left out one by one" : $"sets of {size} cases left out" });
        }

        foreach (var hunt in hunts)
            hunt.Conclude(size);
        return true;
    }
}
