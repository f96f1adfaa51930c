using System.Diagnostics;
using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Benchmarks;

/// <summary>
/// Pathwise's part of the comparison with its peers: writes the data and the cases of the first resamples, then times a full fit and the
/// bootstrap in blocks, and writes the estimates of those resamples.
/// </summary>
internal static class PeerTiming
{
    private const int Blocks = 15;
    private const int Seed = 7;
    private const int Exported = 40;

    public static void Run(string folder)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var table = ModelSpecification.Parse(BenchmarkModel.Study).Table();
        var sample = SampleMoments.OfCases(table.ObservedVariables, BenchmarkModel.StudyCases(92), Divisor.Count);
        Write(folder, "study.csv", [string.Join(',', table.ObservedVariables), .. sample.Cases!.EnumerateRows().Select(Line)]);
        Write(folder, "resamples.csv", Enumerable.Range(0, Exported).Select(i => Line(Bootstrapping.Cases(Seed, i, 92).Select(each => (double)each))));

        var fit = table.Fit(sample);
        var estimates = fit.Bootstrap(new BootstrapOptions { Seed = Seed, Replicates = Exported });
        Write(folder, "pathwise-estimates.csv", Enumerable.Range(0, Exported).Select(i => Line(estimates.Values(i).ToArray())));
        Write(folder, "pathwise-times.csv",
        [
            "full fit with standard errors," + Line(Time(10, () => table.Fit(sample).EstimateEffects(), 10)),
            "bootstrap each resample," + Line(Time(2000, () => fit.Bootstrap(new BootstrapOptions { Seed = Seed, Replicates = 2000 }), 1)),
            "bootstrap each resample (2 threads)," + Line(Time(4000, () => fit.Bootstrap(new BootstrapOptions { Seed = Seed, Replicates = 4000, Threads = 2 }), 1)),
            "5000 resamples with BCa (2 threads)," + Line(Time(1, () => fit.EstimateEffects(new EffectOptions { Kinds = [IntervalKind.BcA] }, fit.Bootstrap(new BootstrapOptions { Seed = Seed, Replicates = 5000, Threads = 2, HasJackknife = true })), 1)),
        ]);
    }

    /// <summary>Milliseconds for one unit of work, in blocks, once the compiler has come to its last tier: after two seconds.</summary>
    private static IEnumerable<double> Time(int units, Action work, int repeats)
    {
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin).TotalSeconds < 2;)
            work();
        for (var block = 0; block < Blocks; block++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < repeats; i++)
                work();
            var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            yield return elapsed / units;
        }
    }

    private static string Line(IEnumerable<double> values) => string.Join(',', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    private static void Write(string folder, string file, IEnumerable<string> lines) =>
        File.WriteAllText(Path.Combine(folder, file), string.Join('\n', lines) + "\n");
}
