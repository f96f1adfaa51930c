using System.Globalization;
using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Benchmarks;

/// <summary>
/// Size and coverage of the index of moderated mediation of model 7: m = 0.4 x + 0.2 w + a3 x w + e, y = 0.4 m + 0.2 x + u, where all but y are observed, or measured by three
/// indicators each of reliability 0.7 and the product is estimated from product indicators or by local SAM. Every data set follows from its number.
/// </summary>
internal static class ModerationStudy
{
    private const string Measured = "x =~ x1 + x2 + x3\nw =~ w1 + w2 + w3\nm =~ m1 + m2 + m3\n";

    private const string Structure = "m ~ x + w + x:w\ny ~ m + x";

    private static readonly (string Name, ModelSpecification Model)[] Ways =
    [
        ("observed", ModelSpecification.Parse(Structure)),
        ("product indicators", ModelSpecification.Parse(Measured + "x:w =~ x1:w1 + x2:w2 + x3:w3\n" + Structure)),
        ("local SAM", ModelSpecification.Parse(Measured + Structure)),
    ];

    /// <summary>Prints Markdown: so many data sets of each size and size of the product's coefficient, each with so many resamples (0: intervals by standard errors alone).</summary>
    public static void Run(int samples, int resamples)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        foreach (var count in new[] { 92, 300 })
        {
            foreach (var a3 in new[] { 0, 0.25 })
            {
                string[] kinds = resamples == 0 ? ["delta"] : ["delta", "percentile", "bias-corrected"];
                Console.WriteLine($"\n## {count} cases, index {0.4 * a3:0.00}\n\n| product | data sets with intervals | mean | median | SD | {string.Join(" | ", kinds.Select(kind => kind + ": coverage"))} | {string.Join(" | ", kinds.Select(kind => kind + ": rejects zero"))} |\n|---|---|---|---|---|{string.Concat(Enumerable.Repeat("---|", 2 * kinds.Length))}");
                foreach (var (name, model) in Ways)
                {
                    Row[] rows = [.. Pieces.Map(samples, r => Of(Drawn(r, count, a3), name, model, resamples)).OfType<Row>()];
                    Print(name, rows, samples, 0.4 * a3);
                }
            }
        }
    }

    private static Row? Of(DataTable data, string name, ModelSpecification model, int resamples)
    {
        try
        {
            var fit = name == "local SAM" ? model.Sam(data).Structure : model.Fit(data, null, new() { Center = name == "observed" ? ProductCentre.None : ProductCentre.Twice });
            if (!fit.HasConverged)
                return null;
            var delta = Index(fit, new() { Moderators = ["w"], IsStandardized = false, Effects = ["x -> m -> y"] }, null);
            if (resamples == 0)
                return delta.Intervals.Count == 1 ? new(delta.Value, [delta.Intervals[0].Interval]) : null;
            var drawn = fit.Bootstrap(new() { Seed = 1, Replicates = resamples });
            var booted = Index(fit, new() { Moderators = ["w"], Kinds = [IntervalKind.Percentile, IntervalKind.BiasCorrected], IsStandardized = false, Effects = ["x -> m -> y"] }, drawn);
            return delta.Intervals.Count == 1 && booted.Intervals.Count == 2 ? new(delta.Value, [delta.Intervals[0].Interval, .. booted.Intervals.Select(each => each.Interval)]) : null;
        }
        catch (Exception problem) when (problem is InputException or NumericalException)
        {
            return null;
        }
    }

    private static EffectEstimate Index(FitResult fit, EffectOptions options, BootstrapResult? bootstrap) =>
        fit.Moderation(options, bootstrap).Effects.Single(row => row.Effect.Kind == EffectKind.ModerationIndex);

    // True scores stand as x, w and m, indicators of reliability 0.7 beside them.
    private static DataTable Drawn(int sample, int count, double a3)
    {
        string[] names = ["x", "w", "m", "y", "x1", "x2", "x3", "w1", "w2", "w3", "m1", "m2", "m3"];
        var (stream, values) = (RandomStream.For(20, sample), new double[count, names.Length]);
        for (var i = 0; i < count; i++)
        {
            var x = stream.NextNormal();
            var w = (0.3 * x) + (Math.Sqrt(0.91) * stream.NextNormal());
            var m = (0.4 * x) + (0.2 * w) + (a3 * x * w) + (0.8 * stream.NextNormal());
            double[] scores = [x, w, m, (0.4 * m) + (0.2 * x) + (0.8 * stream.NextNormal())];
            for (var j = 0; j < 4; j++)
                values[i, j] = scores[j];
            for (var j = 0; j < 9; j++)
                values[i, 4 + j] = scores[j / 3] + (Math.Sqrt(0.3 / 0.7) * stream.NextNormal());
        }

        return DataTable.Of(names, values);
    }

    private static void Print(string name, Row[] rows, int samples, double truth)
    {
        double[] values = [.. rows.Select(row => row.Value).Order()];
        string Share(Func<Row, bool> holds) => rows.Count(holds) / (double)rows.Length is var share ? $"{100 * share:0.0} ± {100 * Math.Sqrt(share * (1 - share) / rows.Length):0.0}" : "";
        var covers = Enumerable.Range(0, rows[0].Intervals.Length).Select(k => Share(row => row.Intervals[k].Lower <= truth && truth <= row.Intervals[k].Upper));
        var rejects = Enumerable.Range(0, rows[0].Intervals.Length).Select(k => Share(row => row.Intervals[k].Lower > 0 || row.Intervals[k].Upper < 0));
        Console.WriteLine($"| {name} | {rows.Length} of {samples} | {values.Average():0.000} | {Univariate.Median(values):0.000} | {Univariate.StandardDeviation(values):0.000} | {string.Join(" | ", covers)} | {string.Join(" | ", rejects)} |");
    }

    private sealed record Row(double Value, Interval[] Intervals);
}
