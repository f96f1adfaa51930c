using System.Diagnostics;
using System.Globalization;
using Pathwise.Sem.Categorical;
using Pathwise.Tables;

namespace Pathwise.Benchmarks;

/// <summary>
/// Times thresholds and polychoric correlations of all columns of a file, and these with their asymptotic covariance: milliseconds of processor time, median
/// and minimum of several blocks of warm code. <c>ordinal.R</c> beside this file times lavaan on the same file.
/// </summary>
internal static class OrdinalTiming
{
    private const int Blocks = 15;
    private const int Repetitions = 40;

    public static void Run(string csvPath)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var table = DataTable.Read(csvPath);
        Console.WriteLine($"{table.Names.Count} variables, {table.Count} cases");
        Print("polychoric correlations", () => table.Polychoric(table.Names).Correlations.RowCount);
        Print("with asymptotic covariance", () => table.Polychoric(table.Names).Asymptotic.RowCount);
    }

    private static void Print(string what, Func<int> work)
    {
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin).TotalSeconds < 2;)
            work();
        var times = new double[Blocks];
        for (var block = 0; block < Blocks; block++)
        {
            var start = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < Repetitions; i++)
                work();
            times[block] = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / Repetitions;
        }

        Array.Sort(times);
        Console.WriteLine($"{what,-32}{times[Blocks / 2],8:0.00}{times[0],8:0.00}");
    }
}
