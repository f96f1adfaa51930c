using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Multiverse.Inference;
using Pathwise.Multiverse.Plans;
using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Benchmarks;

/// <summary>
/// How often inference over a multiverse errs: 12 universes of a mediation of three factors with three indicators each, in samples from populations in
/// which the indirect effect is known.
/// </summary>
internal static class MultiverseStudy
{
    private const string Effect = "X -> M -> Y";
    private const string Structure = "M ~ a*X{0}\nY ~ b*M + X{0}\n";
    private const string Factors = "X =~ x1 + x2 + x3\nM =~ m1 + m2 + m3\nY =~ y1 + y2 + y3\n";

    private static readonly string[] Names = ["x1", "x2", "x3", "m1", "m2", "m3", "y1", "y2", "y3", "w", "X", "M", "Y"];

    // Factors, factors with a residual correlation, and sum scores under the names of the factors.
    private static readonly string[] Measurements = [Factors, Factors + "m1 ~~ m2\n", ""];

    private static readonly string[] Covariates = ["", " + w"];

    private static readonly bool[] Rules = [false, true];

    private static readonly (double A, double B, int Count)[] Populations = [(0.5, 0.0, 92), (0.0, 0.5, 92), (0.0, 0.0, 92), (0.5, 0.4, 92)];

    /// <summary>Draws so many samples of each population, or of one of them, and prints Markdown.</summary>
    public static void Run(int samples, int replicates, int threads, int? population)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var header = string.Join(" | ", Sample(0, 0, 0, 99, 60).Skip(1).Select(each => each.Name));
        Console.WriteLine($"| a | b | n | samples | failed fits | {header} |\n|{string.Concat(Enumerable.Repeat("---|", 4 + Sample(0, 0, 0, 99, 60).Count))}");
        foreach (var (a, b, n) in population is { } one ? [Populations[one - 1]] : Populations)
            Print(a, b, n, Pieces.Map(samples, i => Sample(i, a, b, replicates, n), threads));
    }

    private static void Print(double a, double b, int n, IReadOnlyList<(string Name, double Value)>[] results)
    {
        var cells = Enumerable.Range(1, results[0].Count - 1).Select(k => Share([.. results.Select(row => row[k].Value).Where(double.IsFinite)]));
        Console.WriteLine($"| {a} | {b} | {n} | {results.Length} | {results.Sum(row => row[0].Value)} | {string.Join(" | ", cells)} |");
    }

    // Per cent, with its standard error from the number of samples.
    private static string Share(double[] values)
    {
        var share = values.Length == 0 ? double.NaN : values.Average();
        return $"{100 * share:0.0} ± {100 * Math.Sqrt(share * (1 - share) / values.Length):0.0}";
    }

    private static IReadOnlyList<(string Name, double Value)> Sample(int sample, double a, double b, int replicates, int n)
    {
        var universes = Universes(Cases(sample, a, b, n)).ToList();
        FitResult[] fits = [.. universes.Where(fit => fit.HasConverged && CompiledFit.Of(fit) is not null)];
        var drawn = fits.Select(fit => Bootstrap(fit, replicates, sample)).ToList();
        var joint = new JointDraws([.. drawn.Select(each => each.Estimate)], [.. drawn.Select(each => each.Draws)]);
        var recentred = CurveTest.Recentred(joint, ClaimDirection.Positive);
        var both = CurveTest.Recentred(joint, ClaimDirection.Nonzero);
        var (rotated, rotatedBoth) = Rotated(fits, replicates, 1_000_000 + sample);
        var band = SimultaneousBand.Of(joint, 0.95);
        var truth = a * b;
        return
        [
            ("failed", universes.Count - fits.Length),
            .. recentred.Select(test => ($"recentred {test.Statistic.Text()}", Found(test.PValue))),
            .. both.Select(test => ($"recentred {test.Statistic.Text()}, two-sided", Found(test.PValue))),
            .. rotated.Select(test => ($"rotated {test.Statistic.Text()}", Found(test.PValue))),
            .. rotatedBoth.Select(test => ($"rotated {test.Statistic.Text()}, two-sided", Found(test.PValue))),
            ("some universe, step-down", StepDown.PValues(joint, ClaimDirection.Positive).Any(p => p <= 0.05) ? 1 : 0),
            ("some universe, unadjusted", StepDown.Alone(joint, ClaimDirection.Positive).Any(p => p <= 0.05) ? 1 : 0),
            ("every universe", EveryUniverse.Of(joint, ClaimDirection.Positive, universes.Count - fits.Length, 0.05).Holds ? 1 : 0),
            ("band misses the truth somewhere", Misses(band, truth, drawn.Select(each => each.IsKnown)) ? 1 : 0),
        ];
    }

    private static (IReadOnlyList<CurveTest> Positive, IReadOnlyList<CurveTest> Nonzero) Rotated(FitResult[] fits, int replicates, int seed)
    {
        var forced = fits.Select(fit => ForcedNull.TryOf(fit, Effect, out _)).OfType<ForcedNull>().ToList();
        var workers = forced.Select(each => new UniverseWorker(each.Fit, each.Catalogue, each.Effect, each.Cases, each.Fit.Sample[0].Origin!.Positions, each.Fit.Sample[0].Origin!.DataCount)).ToList();
        double[] estimates = [.. forced.Select(each => ReplicateTable.Of(each.Fit, each.Catalogue).Effect(0, each.Effect, false))];
        double[] ratios = [.. workers.Select(worker => worker.Ratio())];
        var drawn = workers.Select(worker => worker.Draw(replicates, seed)).ToList();
        double[][] raw = [.. drawn.Select(each => each.Raw)], scaled = [.. drawn.Select(each => each.Ratios)];
        IReadOnlyList<CurveTest> Test(ClaimDirection direction) => CurveTest.Of((estimates, ratios), (raw, scaled), direction, CurveNull.Rotated);
        return (Test(ClaimDirection.Positive), Test(ClaimDirection.Nonzero));
    }

    private static double Found(double? p) => p is { } value ? (value <= 0.05 ? 1 : 0) : double.NaN;

    // What sum scores estimate is attenuated: there, the truth is known where it is zero alone.
    private static bool Misses(SimultaneousBand band, double truth, IEnumerable<bool> isKnown) =>
        band.Bounds.Zip(isKnown).Any(each => each.First is { } bounds && (each.Second || truth == 0) && !bounds.Contains(truth));

    private static (double Estimate, double[] Draws, bool IsKnown) Bootstrap(FitResult fit, int replicates, int seed)
    {
        var catalogue = EffectCatalogue.Of(fit.Table, fit.Structure.Latents);
        var place = catalogue.Effects.ToList().FindIndex(each => each.Name == Effect);
        var worker = new UniverseWorker(fit, catalogue, place, fit.Sample[0].Cases!.ToRowMajorArray(), fit.Sample[0].Origin!.Positions, fit.Sample[0].Origin!.DataCount);
        return (ReplicateTable.Of(fit, catalogue).Effect(0, place, true), worker.Draw(replicates, seed).Standardized, fit.Table.LatentVariables.Count > 0);
    }

    // 3 measurements x 2 sets of covariates x 2 rules of who is left out, by what has nothing to do with the answers: leaving out who answers alike makes effects where there are none.
    private static IEnumerable<FitResult> Universes(double[][] cases) =>
        from measurement in Measurements
        from covariate in Covariates
        from isStrict in Rules
        select Fit(measurement + Structure.Replace("{0}", covariate, StringComparison.Ordinal), [.. Enumerable.Range(0, cases.Length).Where(i => !isStrict || cases[i][9] < 1.3)], cases);

    private static FitResult Fit(string syntax, int[] kept, double[][] cases)
    {
        var table = ModelSpecification.Parse(syntax).Table();
        var names = table.ObservedVariables;
        var matrix = Matrix<double>.Build.Dense(kept.Length, names.Count, (i, j) => cases[kept[i]][Array.IndexOf(Names, names[j])]);
        return table.Fit([SampleMoments.OfCases(names, matrix, Divisor.Count).From(new SampleOrigin(cases.Length, kept, []))]);
    }

    private static double[][] Cases(int sample, double a, double b, int n)
    {
        var stream = RandomStream.For(2026, sample);
        return [.. Enumerable.Range(0, n).Select(_ => Case(stream, a, b))];
    }

    // Standardized factors, loadings of .8.
    private static double[] Case(RandomStream stream, double a, double b)
    {
        var x = stream.NextNormal();
        var m = (a * x) + (Math.Sqrt(1 - (a * a)) * stream.NextNormal());
        var y = (b * m) + (Math.Sqrt(1 - (b * b)) * stream.NextNormal());
        double[] items = [.. new[] { x, x, x, m, m, m, y, y, y }.Select(factor => (0.8 * factor) + (0.6 * stream.NextNormal()))];
        return [.. items, stream.NextNormal(), items[..3].Sum(), items[3..6].Sum(), items[6..].Sum()];
    }
}
