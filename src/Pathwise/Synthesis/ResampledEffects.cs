using Pathwise.Numerics;

namespace Pathwise.Synthesis;

/// <summary>
/// The effects whose bounds were printed, in resamples of a sheet. The resamples are fixed by (seed, index), so that two sheets
/// are compared on the same ones.
/// </summary>
internal sealed class ResampledEffects
{
    private readonly SynthesisPlan plan;
    private readonly int[][] times;

    public ResampledEffects(SynthesisPlan plan, long seed, int resamples)
    {
        this.plan = plan;
        times = [.. Enumerable.Range(0, resamples).Select(index => Times(RandomStream.For(seed, index), plan.Targets.Respondents))];
        Pairs = [.. plan.Bounds.Select(bound => (bound.From, bound.To)).Distinct()];
        Thetas = new double[resamples][];
        Values = [.. Pairs.Select(_ => new double[resamples])];
    }

    /// <summary>Pairs of latent variables, (from, to).</summary>
    public (int From, int To)[] Pairs { get; }

    public int Count => times.Length;

    /// <summary>Effects: one array for each pair, NaN where the fit failed.</summary>
    public double[][] Values { get; }

    /// <summary>Estimates of each resample; null where the fit failed.</summary>
    public double[]?[] Thetas { get; }

    public int[] Times(int index) => times[index];

    /// <summary>Fits every resample of <paramref name="sheet"/>; what the bounds should be, and are. Null when the sheet's own fit fails.</summary>
    public BoundAims? Aims(AnswerSheet sheet, Workers workers)
    {
        var reading = workers.Rent();
        var isFitted = reading.Fit(sheet, null);
        double[] effects = [.. Pairs.Select(pair => reading.Solutions[0].Total(pair.From, pair.To))];
        var start = (double[])reading.Thetas[0].Clone();
        workers.Return(reading);
        if (!isFitted)
            return null;
        Fit(sheet, start, workers);
        return new BoundAims(plan, this, effects);
    }

    private void Fit(AnswerSheet sheet, double[]? start, Workers workers) => workers.Run(Count, (reading, index) =>
    {
        Moments(sheet, times[index], reading.Covariance, reading.Means);
        var theta = reading.FitModel(start) ? (double[])reading.Thetas[0].Clone() : null;
        Thetas[index] = theta;
        for (var k = 0; k < Pairs.Length; k++)
            Values[k][index] = theta is null ? double.NaN : reading.Solutions[0].Total(Pairs[k].From, Pairs[k].To);
    });

    /// <summary>Values of a pair in ascending order, failures left out.</summary>
    public double[] Sorted(int pair)
    {
        double[] sorted = [.. Values[pair].Where(double.IsFinite)];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>Means and covariances (divisor N - 1) of the cases, each counted as often as it was drawn.</summary>
    public static void Moments(AnswerSheet sheet, int[] times, double[] covariance, double[] means)
    {
        int n = sheet.Respondents, p = sheet.Items;
        Span<long> sums = stackalloc long[p];
        Span<long> products = stackalloc long[p * p];
        sums.Clear();
        products.Clear();
        for (var row = 0; row < n; row++)
        {
            if (times[row] == 0)
                continue;
            var answers = sheet.Answers.Slice(row * p, p);
            for (var j = 0; j < p; j++)
            {
                var weighted = times[row] * answers[j];
                sums[j] += weighted;
                for (var k = 0; k <= j; k++)
                    products[(j * p) + k] += weighted * answers[k];
            }
        }

        for (var j = 0; j < p; j++)
        {
            means[j] = (double)sums[j] / n;
            for (var k = 0; k <= j; k++)
                covariance[(j * p) + k] = covariance[(k * p) + j] = ((n * products[(j * p) + k]) - (sums[j] * sums[k])) / ((double)n * (n - 1));
        }
    }

    public static int[] Times(RandomStream stream, int respondents)
    {
        var times = new int[respondents];
        for (var i = 0; i < respondents; i++)
            times[stream.NextInteger(respondents)]++;
        return times;
    }
}
