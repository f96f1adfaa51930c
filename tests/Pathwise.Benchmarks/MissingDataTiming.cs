using System.Diagnostics;
using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Benchmarks;

/// <summary>
/// Times the model of 18 items with a tenth of its values missing (92 cases, about 80 patterns), and in two groups: milliseconds, median and
/// minimum of several blocks.
/// </summary>
internal static class MissingDataTiming
{
    private const int Blocks = 9;

    public static void Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var model = ModelSpecification.Parse(BenchmarkModel.Study);
        var fiml = new EstimationOptions { Missing = MissingData.Fiml };
        var table = model.Table(new ModelOptions { MeanStructure = true });
        var sample = SampleMoments.OfCases(table.ObservedVariables, WithGaps(BenchmarkModel.StudyCases(92), 0.1), Divisor.Count);
        Print("FIML, the fit alone", 1, () => table.Fit(sample, fiml));
        Print("FIML, with errors and measures", 1, () => Everything(table.Fit(sample, fiml)));
        var fit = table.Fit(sample, fiml);
        Print("FIML, a draw of the bootstrap", 20, () => fit.Bootstrap(new BootstrapOptions { Seed = 7, Replicates = 20 }));
        var stages = new EstimationOptions { Missing = MissingData.TwoStage };
        Print("Two stages, the fit alone", 1, () => table.Fit(sample, stages));
        Print("Two stages, with errors and measures", 1, () => Everything(table.Fit(sample, stages)));
        var staged = table.Fit(sample, stages);
        Print("Two stages, a draw of the bootstrap", 20, () => staged.Bootstrap(new BootstrapOptions { Seed = 7, Replicates = 20 }));
        string[] labels = ["a", "b"];
        var two = model.Table(new ModelOptions(), labels);
        var cases = BenchmarkModel.StudyCases(184);
        SampleMoments[] groups = [.. labels.Select((name, g) =>
            SampleMoments.OfCases(two.ObservedVariables, cases.SubMatrix(g * 92, 92, 0, 18), Divisor.Count, name))];
        Print("Two groups, with errors and measures", 1, () => Everything(two.Fit(groups)));
    }

    private static Matrix<double> WithGaps(Matrix<double> cases, double share)
    {
        var stream = RandomStream.For(11, 0);
        return cases.Map(value => stream.NextUniform() < share ? double.NaN : value);
    }

    private static void Everything(FitResult fit)
    {
        fit.Estimates();
        fit.Indices();
    }

    private static void Print(string what, int units, Action work)
    {
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin).TotalSeconds < 2;)
            work();
        var times = new double[Blocks];
        for (var block = 0; block < Blocks; block++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times[block] = Stopwatch.GetElapsedTime(start).TotalMilliseconds / units;
        }

        Array.Sort(times);
        Console.WriteLine($"{what,-40} {times[Blocks / 2],9:0.00} {times[0],9:0.00}");
    }
}
