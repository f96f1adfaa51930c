using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Mediation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Power;

/// <summary>
/// Tests of effects in samples that compiled code has fitted: joint significance and Sobel's test from the estimates and their errors, likelihood ratios by fitting the restricted
/// models to the same sample. One worker's.
/// </summary>
internal sealed class CompiledEffectTests
{
    private const double SameChiSquare = 0.01;

    private readonly RestrictedModels models;
    private readonly PowerOptions options;
    private readonly EffectCatalogue catalogue;
    private readonly SampleSource source;
    private readonly int[] studied;
    private readonly SimulatedDecision[] constant;
    private readonly IReadOnlyList<int>[] coefficients;
    private readonly Dictionary<int, (CovarianceFitter Fitter, double[] Start)> fitters;
    private readonly Dictionary<int, double> known = [];
    private readonly double[] covariance;
    private bool isDrawn;

    /// <summary>Tests for a study; the parameters (of the compiled model's table, counted from 0) are those whose covariances are known of a sample.</summary>
    public CompiledEffectTests(RestrictedModels models, SimulatedPopulation population, PowerOptions options, int[] parameters)
    {
        (this.models, this.options, catalogue, studied, source) = (models, options, population.Catalogue, parameters, population.Sampler(options.Count));
        covariance = new double[population.Covariance.Length];
        fitters = models.Frees.ToDictionary(free => free, free => (new CovarianceFitter(models[free].Model, models[free].Units, models[free].Map), new double[models[free].Model.FreeCount]));
        var rows = models.Tests.IndirectRows;
        coefficients = [.. rows.Select(each => (IReadOnlyList<int>)[.. PathCoefficients.Of(models.Fit, catalogue, catalogue.Entries[each.Effect]).Select(row => row.Free).Distinct()])];
        constant = new SimulatedDecision[models.Tests.Count];
        models.Tests.Write(models.Fit, null, constant);
    }

    /// <summary>Writes what each test decides in the sample of a number, fitted with these values and this discrepancy; false where only the general path tells.</summary>
    public bool TryWrite(int number, ReadOnlySpan<double> values, double discrepancy, ReadOnlySpan<double> covariances, PowerSample sample)
    {
        known.Clear();
        isDrawn = false;
        var rows = models.Tests.IndirectRows;
        for (var k = 0; k < rows.Count; k++)
        {
            // What does not exist in the population for a reason of the model's does not exist in any sample.
            if (IsAbsent(rows[k], coefficients[k]))
                sample.Decisions[k] = constant[k];
            else if (PValue(rows[k], coefficients[k], number, values, discrepancy, covariances, sample) is { } p && double.IsFinite(p))
                sample.Decisions[k] = new(p < 1 - options.Level);
            else if (rows[k].Kind == MediationTestKind.Mbco)
                sample.Decisions[k] = new(null, ZeroCoefficients.DidNotConverge(models.Row(coefficients[k].First(free => double.IsNaN(known[free])))));
            else
                return false;
        }

        return TryWriteDirect(rows.Count, sample);
    }

    private bool IsAbsent((int Effect, MediationTestKind Kind) row, IReadOnlyList<int> frees) =>
        row.Kind != MediationTestKind.Sobel && (frees.Count == 0 || catalogue.Effects[row.Effect].Kind == EffectKind.TotalIndirect);

    private double? PValue((int Effect, MediationTestKind Kind) row, IReadOnlyList<int> frees, int number, ReadOnlySpan<double> values, double discrepancy, ReadOnlySpan<double> covariances, PowerSample sample)
    {
        if (row.Kind == MediationTestKind.Sobel)
            return NormalDistribution.TwoSided(sample.Values[sample.Place(row.Effect, false)] / sample.Errors[sample.Place(row.Effect, false)]);
        var largest = 0.0;
        foreach (var free in frees)
        {
            var p = row.Kind == MediationTestKind.JointSignificance ? Wald(free, values, covariances) : Ratio(free, number, values, discrepancy);
            if (double.IsNaN(p))
                return null;
            largest = Math.Max(largest, p);
        }

        return largest;
    }

    private double Wald(int free, ReadOnlySpan<double> values, ReadOnlySpan<double> covariances)
    {
        var place = Array.IndexOf(studied, free - 1);
        return NormalDistribution.TwoSided(values[free - 1] / Math.Sqrt(covariances[(place * studied.Length) + place] / models.Fit.Multiplier));
    }

    private double Ratio(int free, int number, ReadOnlySpan<double> values, double discrepancy)
    {
        if (!known.TryGetValue(free, out var p))
            known[free] = p = Compared(free, number, values, discrepancy) ?? double.NaN;
        return p;
    }

    private double? Compared(int free, int number, ReadOnlySpan<double> values, double discrepancy)
    {
        if (!isDrawn && source.Draw(RandomStream.For(options.Seed, number), covariance, models.Fit.Sample[0].Divisor == Moments.Divisor.Count ? options.Count : options.Count - 1) is not null)
            return null;
        isDrawn = true;
        var (fitter, start) = fitters[free];
        for (var j = 0; j < start.Length; j++)
        {
            var position = fitter.Model.Positions[j];
            start[j] = values[position < free - 1 ? position : position + 1];
        }

        return Least(fitter, start) is { } restricted ? ModelTest.PValue(models.Fit.Multiplier * Math.Max(restricted - discrepancy, 0), 1) : null;
    }

    // From the sample's estimates, then from nowhere: the places from which the general path sets out, too. Searches that run away from both to the same discrepancy have found the
    // limit of a likelihood without a maximum, which is as good for a comparison.
    private double? Least(CovarianceFitter fitter, double[] start)
    {
        var isFound = fitter.Fit(covariance, start).HasConverged();
        var first = fitter.Discrepancy;
        if (isFound || fitter.Fit(covariance).HasConverged())
            return fitter.Discrepancy;
        return models.Fit.Multiplier * Math.Abs(fitter.Discrepancy - first) < SameChiSquare ? Math.Min(first, fitter.Discrepancy) : null;
    }

    private bool TryWriteDirect(int first, PowerSample sample)
    {
        foreach (var (k, pair) in models.Tests.Pairs.Index())
        {
            var direct = SimulatedEffectTests.Direct(catalogue, pair.Effect);
            if (direct < 0)
            {
                sample.Decisions[first + k] = constant[first + k];
                continue;
            }

            var place = sample.Place(direct, true);
            var (value, reach) = (sample.Values[place], NormalDistribution.Quantile(options.Level) * sample.Errors[place]);
            if (!double.IsFinite(value) || !(reach > 0))
                return false;
            sample.Decisions[first + k] = new(value - reach > -options.Equivalence && value + reach < options.Equivalence);
        }

        return true;
    }
}
