using System.Diagnostics;
using System.Globalization;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Influence;

namespace Pathwise.Benchmarks;

/// <summary>
/// Times the search for influential cases of the model of 18 items with 92 cases, stage by stage: milliseconds, median and minimum of several blocks, and the
/// least processor time of all threads, on the number of threads that is given.
/// </summary>
internal static class InfluenceTiming
{
    private const string Effect = "col -> ali -> per";

    public static void Run(int threads)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var fit = BenchmarkModel.Fit(18, 92);
        var catalogue = EffectCatalogue.Of(fit.Table, fit.Structure.Latents);
        var targets = new DropTargets(catalogue, Effect, SignificanceRule.Wald);
        int[][] alone = [.. Enumerable.Range(0, 92).Select(i => new[] { i })];
        CaseName[] names = [.. alone.Select(each => new CaseName(each[0] + 1))];
        Print("leave-one-out estimates", 9, () => new OmissionTeam(fit, catalogue, targets, threads).WithValues(alone));
        Print("leave-one-out with errors and measures", 9, () =>
            new LeaveOneOut(fit, catalogue, targets.Entries[0]).Rows(names, new OmissionTeam(fit, catalogue, targets, threads).WithValues(alone), false, threads));
        Print("greedy search, 20 cases", 9, () => Greedy(fit, catalogue, targets, threads));
        Print("every set of 3 of 92 cases", 3, () => Enumerate(new OmissionTeam(fit, catalogue, targets, threads)));
        var options = new InfluenceOptions { Effect = Effect, Budget = 92, ReferenceSamples = 500, Threads = threads };
        Print("both references of 500 samples", 1, () => fit.Influence(options));
    }

    private static void Greedy(FitResult fit, EffectCatalogue catalogue, DropTargets targets, int threads)
    {
        var all = GeneralOmissions.Of(fit, catalogue, targets);
        var opposite = DropAim.OfEffect(all, 0, 40).First(aim => aim.Claim == DropClaim.Opposite);
        var way = new GreedySearch(new OmissionTeam(fit, catalogue, targets, threads).Fit, 92, 20, false).Follow(all, [new DropHunt(opposite)]);
        if (way.Count != 20)
            throw new InvalidOperationException($"{way.Count} steps.");
    }

    private static void Enumerate(OmissionTeam team)
    {
        foreach (var sets in SetEnumeration.Sets(92, 3).Chunk(2048))
            team.Fit(sets);
    }

    private static void Print(string what, int blocks, Action work)
    {
        for (var begin = Stopwatch.GetTimestamp(); blocks > 3 && Stopwatch.GetElapsedTime(begin).TotalSeconds < 2;)
            work();
        double[] times = new double[blocks], spent = new double[blocks];
        for (var block = 0; block < blocks; block++)
        {
            var (start, processor) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            work();
            (times[block], spent[block]) = (Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds);
        }

        Array.Sort(times);
        Array.Sort(spent);
        Console.WriteLine($"{what,-42} {times[blocks / 2],10:0.0} {times[0],10:0.0} {spent[0],10:0.0}");
    }
}
