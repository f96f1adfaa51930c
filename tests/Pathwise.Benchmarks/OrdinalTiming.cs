using System.Diagnostics;
using System.Globalization;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Benchmarks;

/// <summary>
/// Times thresholds and polychoric correlations of all columns of a file, these with their asymptotic covariance, and, of a model, the whole WLSMV fit with
/// errors and tests and one more draw of its bootstrap with all effects: milliseconds of processor time, median and minimum of several blocks of warm code.
/// <c>ordinal.R</c> beside this file times lavaan on the same file.
/// </summary>
internal static class OrdinalTiming
{
    private const int Blocks = 15;
    private const int Repetitions = 10;
    private const int Draws = 200;

    public static void Run(string csvPath, string? modelPath)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var table = DataTable.Read(csvPath);
        Console.WriteLine($"{table.Names.Count} variables, {table.Count} cases");
        Print("polychoric correlations", () => table.Polychoric(table.Names).Correlations.RowCount);
        Print("with asymptotic covariance", () => table.Polychoric(table.Names).Asymptotic.RowCount);
        if (modelPath is not null)
            OfModel(table, ModelSpecification.Parse(File.ReadAllText(modelPath)));
    }

    private static void OfModel(DataTable table, ModelSpecification model)
    {
        FitResult Fit() => model.Fit(table, new() { Estimator = Estimator.WLSMV }, new() { Ordered = ["all"] });
        Print("WLSMV estimates", () => Fit().Values.Count);
        Print("with errors, tests and indices", () =>
        {
            var whole = Fit();
            return whole.Estimates().Count + (whole.Indices().ScaledTest is null ? 0 : 1);
        });
        var (fit, seed) = (Fit(), 0);
        Print("one draw of the bootstrap", () => fit.Bootstrap(new() { Replicates = Draws, Seed = ++seed }).Used, 1, Draws);
    }

    private static void Print(string what, Func<int> work, int repetitions = Repetitions, int units = 1)
    {
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin).TotalSeconds < 2;)
            work();
        var times = new double[Blocks];
        for (var block = 0; block < Blocks; block++)
        {
            var start = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < repetitions; i++)
                work();
            times[block] = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / (repetitions * units);
        }

        Array.Sort(times);
        Console.WriteLine($"{what,-32}{times[Blocks / 2],8:0.000}{times[0],8:0.000}");
    }
}
