using System.Globalization;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Benchmarks;

/// <summary>
/// How often 95 % intervals of standardized effects hold the truth when the answers are ordered: samples of 92 answers of up to seven categories, whose responses
/// have the normal distribution and whose thresholds are those of the study's final model, fitted by WLSMV to the (synthetic) answers in data/raw.
/// </summary>
internal sealed class OrdinalCoverageStudy
{
    private const int Draws = 500;

    private static readonly string[] Effects =
    [
        "collaboration -> alignment", "alignment -> performance", "collaboration -> alignment -> performance", "collaboration -> conflict -> performance", "collaboration => performance",
    ];

    private static readonly (string Name, bool IsOrdered, IntervalKind Kind)[] Methods =
    [
        ("ML percentile", false, IntervalKind.Percentile), ("WLSMV delta", true, IntervalKind.Delta), ("WLSMV percentile", true, IntervalKind.Percentile),
    ];

    private readonly ModelSpecification model;
    private readonly FitResult population;
    private readonly string[] names;
    private readonly double[] factor;
    private readonly double[][] thresholds;
    private readonly Tally[,] tallies = new Tally[3, Effects.Length];
    private int failed, improper, lost;

    private OrdinalCoverageStudy(string data)
    {
        var answers = SurveyData.Read(Path.Combine(data, "raw", "executives.csv")).Clean().Data.Recode();
        model = ModelSpecification.Read(Path.Combine(data, "published", "s1-final-model.lav"));
        population = model.Fit(answers.Table, Options(true), Completion(true)).RequireConverged();
        names = [.. population.Table.ObservedVariables];
        factor = population.ImpliedCovariance().ToRowMajorArray();
        Cholesky.TryFactor(factor, names.Length);
        thresholds = [.. names.Select(name => population.Table.Rows.Where(row => row.Operator == Operator.Threshold && row.Lhs == name).Select(row => population.Values[row.Free - 1]).ToArray())];
    }

    /// <summary>Simulates from the repository's folder `data` and prints Markdown.</summary>
    public static void Run(string data, int samples)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var study = new OrdinalCoverageStudy(data);
        for (var r = 0; r < samples; r++)
        {
            study.Add(r);
            if (r % 25 == 24)
                Console.Error.WriteLine($"{r + 1} of {samples}");
        }

        study.Print(samples);
    }

    private void Add(int r)
    {
        var sample = Sample(r);
        lost += names.Select((_, j) => sample.Cases!.Column(j).Distinct().Count() <= thresholds[j].Length ? 1 : 0).Sum() > 0 ? 1 : 0;
        for (var ordered = 0; ordered < 2; ordered++)
        {
            var fit = model.Fit(sample, Options(ordered == 1), Completion(ordered == 1));
            if (!fit.HasConverged)
            {
                failed++;
                continue;
            }

            var bootstrap = fit.Bootstrap(new() { Replicates = Draws, Seed = r });
            improper += ordered == 1 ? bootstrap.Improper : 0;
            Count(fit, bootstrap, ordered == 1);
        }
    }

    private void Count(FitResult fit, BootstrapResult bootstrap, bool isOrdered)
    {
        var truths = population.EstimateEffects(new() { Kinds = [IntervalKind.Delta] });
        var estimates = fit.EstimateEffects(new() { Kinds = isOrdered ? [IntervalKind.Delta, IntervalKind.Percentile] : [IntervalKind.Percentile] }, bootstrap);
        for (var m = 0; m < Methods.Length; m++)
        {
            for (var e = 0; e < Effects.Length && Methods[m].IsOrdered == isOrdered; e++)
            {
                var (truth, estimate) = (truths.Single(each => each.Effect.Name == Effects[e]), estimates.Single(each => each.Effect.Name == Effects[e]));
                tallies[m, e].Add(truth.Standardized!.Value, estimate.Standardized, estimate.Interval(Methods[m].Kind, true));
            }
        }
    }

    private SampleMoments Sample(int r)
    {
        var (stream, p) = (RandomStream.For(2026, r), names.Length);
        var cases = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(population.CaseCount, p);
        var normal = new double[p];
        for (var i = 0; i < population.CaseCount; i++)
        {
            for (var j = 0; j < p; j++)
                normal[j] = stream.NextNormal();
            for (var j = 0; j < p; j++)
            {
                var response = 0.0;
                for (var k = 0; k <= j; k++)
                    response += factor[(j * p) + k] * normal[k];
                cases[i, j] = 1 + thresholds[j].Count(threshold => response > threshold);
            }
        }

        return SampleMoments.OfCases(names, cases, Divisor.Count);
    }

    private void Print(int samples)
    {
        Console.WriteLine($"{samples} samples of {population.CaseCount} answers (seed 2026), {Draws} bootstrap samples of each by either estimator; {failed} fits did not converge, {lost} samples lack a category, {improper} of {samples * Draws} bootstrap samples of WLSMV were improper and stayed in.\n");
        Console.WriteLine($"| standardized effect | truth | mean of ML | mean of WLSMV | {string.Join(" | ", Methods.Select(method => method.Name))} |\n|---|---|---|---|{string.Concat(Methods.Select(_ => "---|"))}");
        for (var e = 0; e < Effects.Length; e++)
            Console.WriteLine($"| {Effects[e]} | {tallies[0, e].Truth:0.000} | {tallies[0, e].Mean:0.000} | {tallies[1, e].Mean:0.000} | {tallies[0, e]} | {tallies[1, e]} | {tallies[2, e]} |");
    }

    private static EstimationOptions Options(bool isOrdered) => new() { Estimator = isOrdered ? Estimator.WLSMV : Estimator.ML };

    private static ModelOptions Completion(bool isOrdered) => new() { Ordered = isOrdered ? ["all"] : [] };

    /// <summary>Per cent: coverage, its standard error, and the misses: interval below the truth, above it; the mean width.</summary>
    private struct Tally
    {
        private int count, below, above;
        private double sum, width;
        private int estimates;

        public double Truth { get; private set; }

        public readonly double Mean => sum / estimates;

        public void Add(double truth, double? estimate, Interval? interval)
        {
            Truth = truth;
            if (estimate is { } value && double.IsFinite(value))
                (sum, estimates) = (sum + value, estimates + 1);
            if (interval is not { } found)
                return;
            count++;
            width += found.Upper - found.Lower;
            below += found.Upper < truth ? 1 : 0;
            above += found.Lower > truth ? 1 : 0;
        }

        public override readonly string ToString()
        {
            var (n, share) = ((double)count, 1 - ((below + above) / (double)count));
            return $"{100 * share:0.0} ± {100 * Math.Sqrt(share * (1 - share) / n):0.0} ({100 * below / n:0.0}, {100 * above / n:0.0}), {width / n:0.00}{(count < 500 ? $", of {count}" : "")}";
        }
    }
}
