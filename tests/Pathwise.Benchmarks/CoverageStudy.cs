using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Benchmarks;

/// <summary>
/// How often each kind of 95 % interval holds the truth: samples of 92 cases from the normal distribution that the study's final model has at its
/// estimates from the (synthetic) answers in data/raw, the model fitted to each.
/// </summary>
internal static class CoverageStudy
{
    private const int Bootstrap = 1000;

    /// <summary>Simulates from the repository's folder `data` and prints Markdown.</summary>
    public static void Run(string data, int samples)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var answers = SurveyData.Read(Path.Combine(data, "raw", "executives.csv")).Clean().Data.Recode();
        var estimation = new EstimationOptions { Likelihood = Likelihood.Wishart };
        var fit = ModelSpecification.Read(Path.Combine(data, "published", "s1-final-model.lav"))
            .Fit(answers.Table, estimation, new ModelOptions { FixedX = false }).RequireConverged();
        var result = fit.Table.SimulatePower([.. fit.Values], Options(fit, samples), new Announcing());
        Console.WriteLine(
            $"{result.Drawn} samples of {result.Options.Count} cases (seed {result.Options.Seed}); {result.Converged} converged, {result.Improper} of them to an improper solution, which stayed in; {Bootstrap} bootstrap samples of each.\n");
        foreach (var isStandardized in new[] { false, true })
            Print(result, isStandardized);
    }

    private static PowerOptions Options(FitResult fit, int samples) => new()
    {
        Count = fit.CaseCount,
        Replicates = samples,
        Seed = 1,
        Threads = 0,
        Kinds = Enum.GetValues<IntervalKind>(),
        BootstrapReplicates = Bootstrap,
        Likelihood = Likelihood.Wishart,
        Effects =
        [
            "collaboration -> alignment", "collaboration -> conflict", "alignment -> performance", "conflict -> performance",
            "collaboration -> alignment -> performance", "collaboration -> conflict -> performance", "collaboration => performance",
            "collaboration -> performance: via alignment less via conflict",
        ],
    };

    private static void Print(PowerResult result, bool isStandardized)
    {
        var effects = result.Effects.Where(each => each.IsStandardized == isStandardized && each.Intervals.Count > 0).ToList();
        Console.WriteLine($"## {(isStandardized ? "Standardized" : "Raw")} effects\n\n| effect | in the population | bias | SD of estimates | mean bootstrap SE |\n|---|---|---|---|---|");
        foreach (var each in effects)
            Console.WriteLine($"| {each.Effect.Name} | {each.Population:0.000} | {each.Bias:0.000} | {each.Deviation:0.000} | {each.MeanError:0.000} |");
        Console.WriteLine($"\n| effect | {string.Join(" | ", result.Options.Kinds.Select(kind => kind.Text()))} |\n|---|{string.Concat(result.Options.Kinds.Select(_ => "---|"))}");
        foreach (var each in effects)
            Console.WriteLine($"| {each.Effect.Name} | {string.Join(" | ", each.Intervals.Select(Cell))} |");
        Console.WriteLine();
    }

    // Per cent: coverage, its standard error, and the misses (interval below the truth, above it); the count where some samples gave no interval.
    private static string Cell(IntervalPower interval) =>
        $"{100 * interval.Coverage:0.0} ± {100 * interval.CoverageError:0.0} ({100 * interval.Below:0.0}, {100 * interval.Above:0.0}){(interval.Count < 1000 ? $" of {interval.Count}" : "")}";

    private sealed class Announcing : IProgress<BootstrapProgress>
    {
        public void Report(BootstrapProgress value)
        {
            if (value.Done % 50 == 0)
                Console.Error.WriteLine($"{value.Done} of {value.Total}");
        }
    }
}
