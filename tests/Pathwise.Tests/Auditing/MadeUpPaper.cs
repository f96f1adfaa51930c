using System.Globalization;
using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Pathwise.Numerics;

namespace Pathwise.Tests.Auditing;

/// <summary>
/// A paper whose statistics were computed from one made-up study and then printed, so that they agree: a sample with its
/// groups, answers to items, test statistics, a fitted model, effects with intervals, a table of correlations, loadings and what follows from them, estimates with
/// their errors, lists.
/// </summary>
internal sealed class MadeUpPaper
{
    private readonly RandomStream random;
    private readonly List<ReportedStatistic> statistics = [];

    private MadeUpPaper(long seed, long index) => random = RandomStream.For(seed, index);

    /// <summary>The statistics of a consistent paper.</summary>
    public static ReportedStatistic[] Make(long seed, long index)
    {
        var paper = new MadeUpPaper(seed, index);
        var cases = 60 + paper.random.NextInteger(340);
        paper.AddSample(cases);
        paper.AddAnswers();
        paper.AddTests();
        paper.AddModel(cases);
        paper.AddEffects();
        paper.AddCorrelations();
        paper.AddMeasurement();
        paper.AddEstimates();
        paper.AddWords();
        return [.. paper.statistics];
    }

    private void AddSample(int cases)
    {
        int[] groups = [0, 0, 0];
        for (var i = 0; i < cases; i++)
            groups[Math.Min(random.NextInteger(3), random.NextInteger(3))]++;
        Add(StatisticKind.Count, Whole(cases), "n");
        Replace("n", statistic => statistic.Linked("sum: g0 + g1 + g2"));
        for (var g = 0; g < 3; g++)
        {
            Add(StatisticKind.Count, Whole(groups[g]), $"g{g}");
            Add(StatisticKind.Percentage, Text(100.0 * groups[g] / cases, 1) + "%", $"share{g}");
            var group = g;
            Replace($"share{g}", statistic => statistic.Linked($"count: g{group}", "base: n").With("whole: groups") with { N = cases });
        }
    }

    private void AddAnswers()
    {
        for (var item = 0; item < 4; item++)
        {
            var n = 20 + random.NextInteger(70);
            var answers = Enumerable.Range(0, n).Select(_ => (double)(1 + random.NextInteger(7))).ToArray();
            AddMeanAndDeviation($"item{item}", answers, "items: 1", "scale: 1-7");
        }

        var ones = Enumerable.Range(0, 20 + random.NextInteger(300)).Select(_ => (double)random.NextInteger(2)).ToArray();
        AddMeanAndDeviation("binary", ones);
        Replace("binary.sd", statistic => statistic with { Details = new Dictionary<string, string> { ["values"] = "binary" } });
    }

    private void AddMeanAndDeviation(string id, double[] values, params string[] details)
    {
        Add(StatisticKind.Mean, Text(Univariate.Mean(values), 2), id);
        Replace(id, statistic => statistic.With(details) with { N = values.Length });
        Add(StatisticKind.StandardDeviation, Text(Univariate.StandardDeviation(values), 2), id + ".sd");
        Replace(id + ".sd", statistic => statistic.Linked($"mean: {id}"));
    }

    private void AddTests()
    {
        double df = 5 + random.NextInteger(200);
        double numerator = 1 + random.NextInteger(5);
        var t = 3 * random.NextNormal();
        AddTest(StatisticKind.T, "t", t, [df], StudentDistribution.TwoSided(Math.Abs(t), df));
        var oneSided = Math.Abs(t) + 0.1;
        AddTest(StatisticKind.T, "t1", oneSided, [df], StudentDistribution.TwoSided(oneSided, df) / 2);
        Replace("t1", statistic => statistic.With("tails: 1"));
        var z = 2 * random.NextNormal();
        AddTest(StatisticKind.Z, "z", z, [], NormalDistribution.TwoSided(z));
        var f = 4 * random.NextUniform();
        AddTest(StatisticKind.F, "f", f, [numerator, df], FDistribution.UpperTail(f, numerator, df));
        var chiSquare = 12 * random.NextUniform();
        AddTest(StatisticKind.ChiSquare, "chi", chiSquare, [numerator], ChiSquareDistribution.UpperTail(chiSquare, numerator));
        var r = 0.6 * ((2 * random.NextUniform()) - 1);
        AddTest(StatisticKind.Correlation, "r", r, [df], StudentDistribution.TwoSided(Math.Abs(r) * Math.Sqrt(df / (1 - (r * r))), df));
    }

    private void AddTest(StatisticKind kind, string id, double statistic, double[] df, double p)
    {
        Add(kind, Text(statistic, kind == StatisticKind.Correlation ? 3 : 2), id);
        Replace(id, reported => reported.Linked($"p: {id}.p") with { DegreesOfFreedom = df });
        Add(StatisticKind.PValue, PText(p), id + ".p");
    }

    private void AddModel(int cases)
    {
        var variables = 6 + random.NextInteger(15);
        var parameters = (2 * variables) + random.NextInteger(variables / 2);
        var df = ModelDegreesOfFreedom.ImpliedParameters(variables, parameters);
        var baselineDf = variables * (variables - 1) / 2;
        var chiSquare = df * (0.8 + (1.4 * random.NextUniform()));
        var baseline = (baselineDf * (3 + (8 * random.NextUniform()))) + chiSquare;
        var misfit = Math.Max(chiSquare - df, 0);
        var divisor = cases - random.NextInteger(2);
        var about = $"variables: {variables}";
        Add(StatisticKind.ChiSquare, Text(chiSquare, 2), "model");
        Replace("model", statistic => statistic.Linked("p: model.p") with { DegreesOfFreedom = [df] });
        Add(StatisticKind.PValue, PText(ChiSquareDistribution.UpperTail(chiSquare, df)), "model.p");
        Add(StatisticKind.DegreesOfFreedom, Whole(df), "model.df");
        Replace("model.df", statistic => statistic.With(about, $"parameters: {parameters}"));
        Add(StatisticKind.Rmsea, Text(Math.Sqrt(misfit / (df * divisor)), 3), "model.rmsea");
        Replace("model.rmsea", statistic => statistic.Linked("chi-square: model") with { N = cases });
        Add(StatisticKind.Cfi, Text(1 - (misfit / (baseline - baselineDf)), 3), "model.cfi");
        Replace("model.cfi", statistic => statistic.Linked("chi-square: model").With(about));
        Add(StatisticKind.Tli, Text(BaselineChiSquare.Tli(baseline, baselineDf, chiSquare, df), 3), "model.tli");
        Replace("model.tli", statistic => statistic.Linked("chi-square: model", "cfi: model.cfi").With(about));
        var aic = chiSquare + (2 * parameters);
        Add(StatisticKind.Aic, Text(aic, 2), "model.aic");
        Replace("model.aic", statistic => statistic.Linked("chi-square: model").With(about));
        Add(StatisticKind.Bic, Text(aic + InformationCriteria.Difference(parameters, cases), 2), "model.bic");
        Replace("model.bic", statistic => statistic.Linked("chi-square: model", "aic: model.aic").With(about) with { N = cases });
    }

    private void AddEffects()
    {
        var a = Between(-0.7, 0.7);
        var b = Between(-0.6, 0.6);
        var c = Between(-0.4, 0.4);
        AddEffect("a", a, "x", "m");
        AddEffect("b", b, "m", "y");
        AddEffect("c", c, "x", "y");
        AddEffect("total", c + (a * b), "x", "y");
        Replace("total", statistic => statistic with
        {
            Links = new Dictionary<string, string>(statistic.Links) { ["paths"] = "c + a * b" },
            Details = new Dictionary<string, string>(statistic.Details) { ["effect"] = "total" },
        });
        Add(StatisticKind.RSquared, Text((b * b) + (c * c) + (2 * a * b * c), 3), "r2");
        Replace("r2", statistic => statistic.With("to: y", "model: 1"));
    }

    private void AddEffect(string id, double effect, string from, string to)
    {
        var error = 0.03 + (0.2 * random.NextUniform());
        var isBootstrap = random.NextInteger(2) == 0;
        var (below, above) = isBootstrap ? (1.7 + (0.5 * random.NextUniform()), 1.7 + (0.5 * random.NextUniform())) : (1.959964, 1.959964);
        var (lower, upper) = (effect - (below * error), effect + (above * error));
        var nearest = effect > 0 ? effect / below : -effect / above;

        // p as the interval has it: below .05 when the nearer bound has passed zero.
        var p = NormalDistribution.TwoSided(1.959964 * nearest / error);
        Add(StatisticKind.Effect, Text(effect, 3), id);
        Replace(id, statistic => statistic.Linked($"lower: {id}.lo", $"upper: {id}.up", $"p: {id}.p")
            .With($"from: {from}", $"to: {to}", "effect: direct", "model: 1", isBootstrap ? "interval: bootstrap" : "interval: symmetric"));
        Add(StatisticKind.Bound, Text(lower, 3), id + ".lo");
        Add(StatisticKind.Bound, Text(upper, 3), id + ".up");
        Add(StatisticKind.PValue, PText(p), id + ".p");
    }

    private void AddCorrelations()
    {
        var common = Enumerable.Range(0, 4).Select(_ => Between(0.5, 0.9)).ToArray();
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var id = $"r{j}{i}";
                Add(StatisticKind.Correlation, Text(common[i] * common[j], 2), id);
                var (from, to) = (j, i);
                Replace(id, statistic => statistic.With($"from: v{from}", $"to: v{to}", "model: table"));
            }
        }
    }

    // Items of one factor, with deviations: loadings, what follows from them, correlations, both alphas.
    private void AddMeasurement()
    {
        var loadings = Enumerable.Range(0, 4).Select(_ => Between(0.5, 0.9)).ToArray();
        for (var i = 0; i < 4; i++)
            Add(StatisticKind.Loading, Text(loadings[i] * (i == 2 ? -1 : 1), 2), $"l{i}");
        Add(StatisticKind.CompositeReliability, Text(ReliabilityFromLoadings.Composite(loadings), 2), "cr");
        Replace("cr", statistic => statistic.Linked("loadings: l0 + l1 + l2 + l3"));
        Add(StatisticKind.AverageVarianceExtracted, Text(ReliabilityFromLoadings.Extracted(loadings), 2), "ave");
        Replace("ave", statistic => statistic.Linked("loadings: l0 + l1 + l2 + l3"));
        var deviations = Enumerable.Range(0, 4).Select(_ => Between(0.8, 1.6)).ToArray();
        var correlations = new List<double>();
        for (var i = 0; i < 4; i++)
        {
            for (var j = i + 1; j < 4; j++)
            {
                correlations.Add(loadings[i] * loadings[j]);
                Add(StatisticKind.Correlation, Text(loadings[i] * loadings[j], 2), $"q{i}{j}");
                var (from, to) = (i, j);
                Replace($"q{i}{j}", statistic => statistic.With($"from: q{from}", $"to: q{to}", "model: items"));
            }

            Add(StatisticKind.StandardDeviation, Text(deviations[i], 2), $"q{i}.sd");
            var item = i;
            Replace($"q{i}.sd", statistic => statistic.With($"from: q{item}", "model: items"));
        }

        Add(StatisticKind.Alpha, Text(AlphaFromCorrelations.Of(random.NextInteger(2) == 0 ? deviations : [1, 1, 1, 1], correlations), 2), "alpha");
        Replace("alpha", statistic => statistic.With("model: items"));
    }

    private void AddEstimates()
    {
        var error = Between(0.1, 0.4);
        var estimate = error * Between(1, 4);
        Add(StatisticKind.StandardError, Text(error, 3), "estimate.se");
        Add(StatisticKind.Estimate, Text(estimate, 3), "estimate");
        Replace("estimate", statistic => statistic.Linked("se: estimate.se", "z: estimate.z"));
        Add(StatisticKind.Z, Text(estimate / error, 2), "estimate.z");
        Add(StatisticKind.Estimate, Text(-estimate, 3), "other");
        Replace("other", statistic => statistic.Linked("se: estimate.se", "p: other.p"));
        Add(StatisticKind.PValue, PText(NormalDistribution.TwoSided(estimate / error)), "other.p");
        var explained = Between(0.1, 0.8);
        Add(StatisticKind.RSquared, Text(explained, 3), "explained");
        Replace("explained", statistic => statistic.Linked("residual: unexplained"));
        Add(StatisticKind.Residual, Text(1 - explained, 3), "unexplained");
    }

    private void AddWords()
    {
        var names = 3 + random.NextInteger(6);
        Add(StatisticKind.Count, Whole(names), "themes");
        Replace("themes", statistic => statistic.Linked("listed: themes.names", "same: themes.again"));
        Add(StatisticKind.List, string.Join("; ", Enumerable.Range(1, names).Select(i => $"theme {i}")), "themes.names");
        Add(StatisticKind.Count, Whole(names), "themes.again");
        Add(StatisticKind.List, "theme 3; theme 1", "announced");
        Replace("announced", statistic => statistic.Linked("among: themes.names"));
    }

    private void Add(StatisticKind kind, string printed, string id) => statistics.Add(Given.As(kind, printed, id));

    private void Replace(string id, Func<ReportedStatistic, ReportedStatistic> change)
    {
        var position = statistics.FindIndex(statistic => statistic.Id == id);
        statistics[position] = change(statistics[position]);
    }

    private double Between(double lower, double upper) => lower + ((upper - lower) * random.NextUniform());

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);

    private static string PText(double p) => p < 0.001 ? "< .001" : Text(p, 3);
}
