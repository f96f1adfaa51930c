using System.Globalization;
using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Mediation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Benchmarks;

/// <summary>
/// How often each test of an indirect effect rejects at .05, and each test of the direct path beside it, in samples of 92 cases of the study's model: where the
/// indirect effect is zero these are errors, where it is not, power.
/// </summary>
internal static class MediationTestStudy
{
    private const int Cases = 92, Draws = 199, Bootstrapped = 100, Seed = 2026;
    private const double Bound = 0.3;
    private const string Effect = "collaboration -> alignment -> performance";

    private static readonly (string Name, double A, double B, double C)[] Scenarios =
    [
        ("a = b = 0", 0, 0, Bound), ("a = .5, b = 0", 0.5, 0, Bound), ("a = 0, b = .5", 0, 0.5, Bound), ("a = b = .3", 0.3, 0.3, Bound), ("a = b = .5", 0.5, 0.5, Bound), ("a = b = .5, c' = 0", 0.5, 0.5, 0),
    ];

    private static readonly MediationTestKind[] Tests = Enum.GetValues<MediationTestKind>();

    private static readonly string[] Rows =
    [
        .. Tests.Select(kind => kind.Text()), "direct path not significant (z, p > .05)", "direct path within ± .3, delta method", "direct path within ± .3, percentiles",
    ];

    /// <summary>Simulates from the repository's folder `data` and prints Markdown.</summary>
    public static void Run(string data, int samples)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine($"{samples} samples of {Cases} cases (seed {Seed}) in each column; tests of the bootstrap in the first {Math.Min(samples, Bootstrapped)} of them, with {Draws} draws each.");
        foreach (var shape in Enum.GetValues<StudyPopulation.Shape>())
        {
            Console.Out.Flush();
            var columns = Scenarios.Select(scenario => Column(StudyPopulation.Of(data, scenario.A, scenario.B, scenario.C), shape, samples)).ToList();
            Console.WriteLine($"\n## {shape}\n\n| % | {string.Join(" | ", Scenarios.Select(each => each.Name))} |\n|---|{string.Concat(Scenarios.Select(_ => "---|"))}");
            for (var row = 0; row < Rows.Length; row++)
                Console.WriteLine($"| {Rows[row]} | {string.Join(" | ", columns.Select(column => Cell([.. column.OfType<bool?[]>().Select(each => each[row]).OfType<bool>()], samples)))} |");
            Console.WriteLine($"| *samples without a fit* | {string.Join(" | ", columns.Select(column => column.Count(each => each is null)))} |");
        }
    }

    private static bool?[]?[] Column(StudyPopulation population, StudyPopulation.Shape shape, int samples)
    {
        Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {shape}");
        return Pieces.Map(samples, i => Decisions(population, shape, i), 2);
    }

    private static bool?[]? Decisions(StudyPopulation population, StudyPopulation.Shape shape, int i)
    {
        var fit = population.Table.Fit(population.Sample(shape, Cases, Seed, i), new EstimationOptions());
        if (!fit.HasConverged)
            return null;
        var bootstrap = i < Bootstrapped ? fit.Bootstrap(new BootstrapOptions { Seed = i, Replicates = Draws }) : null;
        var options = new EffectOptions { Tests = [.. Tests.Where(kind => bootstrap is not null || !kind.IsOfBootstrap())], Effects = [Effect], Equivalence = Bound };
        var tests = fit.TestIndirectEffects(options, bootstrap).ToDictionary(test => test.Kind);
        return
        [
            .. Tests.Select(kind => tests.GetValueOrDefault(kind)?.PValue is { } p ? p < 0.05 : (bool?)null),
            Direct(fit) is { } z ? NormalDistribution.TwoSided(z) > 0.05 : null,
            fit.TestDirectPaths(options).Single().IsNegligible,
            bootstrap is null ? null : fit.TestDirectPaths(options, bootstrap).Single().IsNegligible,
        ];
    }

    private static double? Direct(FitResult fit)
    {
        var direct = fit.EstimateEffects(new EffectOptions { Kinds = [] }).Named("collaboration -> performance");
        return direct.Value / direct.StandardError;
    }

    // Per cent with the standard error; the count where not every sample gave a decision.
    private static string Cell(bool[] decisions, int samples)
    {
        var share = decisions.Count(each => each) / (double)decisions.Length;
        return $"{100 * share:0.0} ± {100 * Math.Sqrt(share * (1 - share) / decisions.Length):0.0}{(decisions.Length < samples ? $" of {decisions.Length}" : "")}";
    }
}
