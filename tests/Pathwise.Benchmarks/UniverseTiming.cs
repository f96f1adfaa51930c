using System.Diagnostics;
using System.Globalization;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Multiverse.Universes;

namespace Pathwise.Benchmarks;

/// <summary>
/// What a universe of a plan costs without resamples, on one thread and after every fit has been made once: milliseconds, mean and median, of all fits, and by
/// what each decision chose; and what of it is the line of JSON. Or of the universes with given keys: the processor time of one, in each of three blocks.
/// </summary>
internal static class UniverseTiming
{
    public static void Run(string path)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var plan = MultiversePlan.Read(path);
        var begin = Stopwatch.GetTimestamp();
        var prepared = PreparedMultiverse.Of(plan, new());
        Console.WriteLine($"{prepared.Universes.Count} universes of {prepared.Fits.Count} fits, checked in {Stopwatch.GetElapsedTime(begin).TotalSeconds:0.0} s");
        foreach (var fit in prepared.Fits.Take(5000))
            MultiverseRun.Outcome(prepared, fit);
        Timed[] all = [.. prepared.Fits.Select(fit => Time(prepared, fit))];
        Print("all", all);
        foreach (var status in all.GroupBy(each => each.Status))
            Print($"ended: {status.Key}", [.. status]);
        for (var i = 0; i < plan.Decisions.Count; i++)
        {
            foreach (var option in all.GroupBy(each => each.Universe.Options[i]))
                Print($"{plan.Decisions[i].Name}: {option.Key.Name}", [.. option]);
        }
    }

    /// <summary>The universes whose keys a file has, one a line.</summary>
    public static void Run(string path, string file)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var (prepared, keys) = (PreparedMultiverse.Of(MultiversePlan.Read(path), new()), File.ReadAllLines(file).ToHashSet());
        IReadOnlyList<Universe>[] fits = [.. prepared.Fits.Where(fit => fit.Any(universe => keys.Contains(universe.Key)))];
        if (fits.Length != keys.Count)
            throw new InputException($"{file} has {keys.Count} keys, and {fits.Length} fits of {path} have one of them.");
        var blocks = new double[3];
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin).TotalSeconds < 10;)
            Repeat(prepared, fits);
        for (var block = 0; block < blocks.Length; block++)
        {
            var spent = Process.GetCurrentProcess().TotalProcessorTime;
            for (var i = 0; i < 10; i++)
                Repeat(prepared, fits);
            blocks[block] = (Process.GetCurrentProcess().TotalProcessorTime - spent).TotalMilliseconds / (10 * keys.Count);
        }

        Console.WriteLine(string.Join(' ', blocks));
    }

    private static void Repeat(PreparedMultiverse prepared, IReadOnlyList<Universe>[] fits)
    {
        foreach (var fit in fits)
            _ = MultiverseRun.Outcome(prepared, fit).Rows.Sum(row => UniverseLine.Of(row).Length);
    }

    private static Timed Time(PreparedMultiverse prepared, IReadOnlyList<Universe> universes)
    {
        var begin = Stopwatch.GetTimestamp();
        var found = MultiverseRun.Outcome(prepared, universes);
        var fitted = Stopwatch.GetTimestamp();
        var length = found.Rows.Sum(row => UniverseLine.Of(row).Length);
        return new(universes[0], found.Rows[0].Status, Stopwatch.GetElapsedTime(begin, fitted).TotalMilliseconds, Stopwatch.GetElapsedTime(fitted).TotalMilliseconds, length);
    }

    private static void Print(string what, Timed[] of)
    {
        double[] sorted = [.. of.Select(each => each.Milliseconds).Order()];
        Console.WriteLine($"{what,-45} {of.Length,7} {sorted.Average(),9:0.00} {sorted[sorted.Length / 2],9:0.00} {of.Average(each => each.Line),9:0.000} {of.Average(each => each.Length),9:0}");
    }

    private sealed record Timed(Universe Universe, UniverseStatus Status, double Milliseconds, double Line, int Length);
}
