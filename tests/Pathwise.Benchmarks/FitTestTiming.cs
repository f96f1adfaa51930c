using System.Diagnostics;
using System.Globalization;
using Pathwise.Sem.Inference;

namespace Pathwise.Benchmarks;

/// <summary>Times the tests of fit by eigenvalues, all of them together, for models of several sizes: milliseconds of one thread, median and minimum of nine calls.</summary>
internal static class FitTestTiming
{
    public static void Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        foreach (var (items, cases) in new[] { (18, 92), (18, 300), (30, 92), (30, 300), (30, 1000) })
        {
            var fit = BenchmarkModel.Fit(items, cases);
            var count = fit.EigenvalueTestsOfFit().Count;
            var times = new double[9];
            for (var i = 0; i < times.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                fit.EigenvalueTestsOfFit();
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            Array.Sort(times);
            Console.WriteLine($"{items} items, {cases} cases, {count} tests: median {times[4]:F1}, minimum {times[0]:F1}");
        }
    }
}
