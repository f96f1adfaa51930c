using System.Globalization;
using Pathwise.Parallel;
using Pathwise.Sem.Estimation;

namespace Pathwise.Benchmarks;

/// <summary>How often fits of small samples of the study's model converge, and how often the solution is improper, without bounds and with standard and wide ones.</summary>
internal static class BoundsStudy
{
    private const int Seed = 2027;
    private static readonly BoundsKind[] Kinds = [BoundsKind.None, BoundsKind.Standard, BoundsKind.Wide];

    /// <summary>Simulates from the repository's folder `data`, so many samples of each number of cases, and prints Markdown.</summary>
    public static void Run(string data, int samples, IReadOnlyList<int> counts)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var population = StudyPopulation.Of(data, 0.5, 0.5, 0.3);
        Console.WriteLine($"{samples} samples (seed {Seed}) of each kind\n\n| answers | cases | bounds | converged % | improper % | negative variance % | proper % | held by a bound % |\n|---|---|---|---|---|---|---|---|");
        foreach (var shape in new[] { StudyPopulation.Shape.Normal, StudyPopulation.Shape.SevenPoints })
        {
            foreach (var count in counts)
            {
                var ends = Pieces.Map(samples, i => Ends(population, shape, count, i), 2);
                for (var k = 0; k < Kinds.Length; k++)
                    Console.WriteLine($"| {shape} | {count} | {Kinds[k].Text()} | {Row([.. ends.Select(each => each[k])])} |");
                Console.Out.Flush();
            }
        }
    }

    private static End[] Ends(StudyPopulation population, StudyPopulation.Shape shape, int count, int i)
    {
        var sample = population.Sample(shape, count, Seed + count, i);
        return [.. Kinds.Select(kind => Of(population.Table.Fit(sample, new EstimationOptions { Bounds = kind })))];
    }

    private static End Of(FitResult fit)
    {
        bool Has(string code) => fit.Warnings.Any(warning => warning.Code == code);
        var isNegative = fit.HasConverged && Has("negative-variance");
        return new(fit.HasConverged, isNegative, isNegative || (fit.HasConverged && (Has("latent-not-positive-definite") || Has("residual-not-positive-definite"))), fit.HasConverged && fit.AtBounds.Count > 0);
    }

    private static string Row(End[] ends) => string.Join(
        " | ", Share(ends, end => end.HasConverged), Share(ends, end => end.IsImproper), Share(ends, end => end.IsNegative), Share(ends, end => end.HasConverged && !end.IsImproper), Share(ends, end => end.IsHeld));

    // Per cent with the standard error.
    private static string Share(End[] ends, Func<End, bool> what)
    {
        var share = ends.Count(what) / (double)ends.Length;
        return $"{100 * share:0.0} ± {100 * Math.Sqrt(share * (1 - share) / ends.Length):0.0}";
    }

    private sealed record End(bool HasConverged, bool IsNegative, bool IsImproper, bool IsHeld);
}
