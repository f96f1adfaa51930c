using System.Globalization;
using Pathwise.Numerics;
using Pathwise.Psychometrics;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Export.Content;

/// <summary>The correlations of constructs and of observed variables of the structural part, with means, deviations and reliability.</summary>
internal static class CorrelationTables
{
    private const string Implied = "Correlations are those that the model implies.";

    private const string Scores =
        "M and SD of a factor are those of the mean of its indicators, as they are keyed in the analysis; α: Cronbach's alpha; CR: composite reliability; AVE: average variance extracted, of standardized loadings.";

    private const string Responses =
        "M and SD of a factor are those of the mean of its indicators' answers, taken as numbers. ω categorical is of their sum (Green and Yang 2009). Ordinal α, CR and AVE are of the responses that are assumed behind the answers, and no reliability of a sum of answers.";

    private sealed record Construct(string Name, string Label, double? Mean, double? Deviation, double? Alpha, double? Composite, double? Extracted, double? Omega = null);

    private sealed record Reliabilities(FactorReliability Factor, double? Alpha, double? Omega);

    private static bool IsOrdered(Report report) => report.Fit.Table.OrderedVariables.Count > 0;

    public static IEnumerable<ReportTable> Of(Report report) => report.Groups.Select(group => new ReportTable(report.NameOf("correlations", group.Number), Of(report, group.Number, group.Label)));

    private static Table Of(Report report, int number, string label)
    {
        var rows = Constructs(report, number);
        var hasFactors = rows.Any(row => report.Fit.Table.LatentVariables.Contains(row.Name));
        var correlations = Correlations(report, number, [.. rows.Select(row => row.Name)]);
        return Table.Of(
            Report.Caption("Means, Standard Deviations, Reliability and Correlations", label),
            [.. Enumerable.Range(0, rows.Count)],
            of =>
            [
                of.Text("Variable", i => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {rows[i].Label}")),
                of.Number("M", 2, i => rows[i].Mean),
                of.Number("SD", 2, i => rows[i].Deviation),
                .. hasFactors ? Reliability(of, rows, IsOrdered(report)) : [],
                .. Enumerable.Range(0, Math.Max(rows.Count - 1, 0)).Select(j => of.Column(
                    (j + 1).ToString(CultureInfo.InvariantCulture), i => j < i ? Cell.Number(correlations[i, j], 2, isBounded: true) : j == i ? Cell.Number(null, 2) : Cell.Blank)),
            ],
            notes: [Implied, .. hasFactors ? new[] { IsOrdered(report) ? Responses : Scores } : []]);
    }

    private static IEnumerable<Column> Reliability(ColumnsOf<int> of, IReadOnlyList<Construct> rows, bool isOrdered) =>
    [
        .. isOrdered ? [of.Number("ω categorical", 2, i => rows[i].Omega, isBounded: true)] : Array.Empty<Column>(),
        of.Number(isOrdered ? "α ordinal" : "α", 2, i => rows[i].Alpha, isBounded: true),
        of.Number("CR", 2, i => rows[i].Composite, isBounded: true),
        of.Number("AVE", 2, i => rows[i].Extracted, isBounded: true),
    ];

    private static IReadOnlyList<Construct> Constructs(Report report, int number)
    {
        var fit = report.Fit;
        var measured = Measured(report, number);
        var names = fit.Structure.Latents.Count > 0 ? fit.Structure.Latents : fit.Table.ObservedVariables;
        return [.. names.Select(name => Of(report, number, name, measured.GetValueOrDefault(name)))];
    }

    private static Dictionary<string, Reliabilities> Measured(Report report, int number)
    {
        var fit = report.Fit;
        var group = fit.Table.GroupCount > 1 ? fit.Table.GroupLabels[number - 1] : null;
        if (fit.Table.Rows.All(row => row.Operator != Operator.Loading))
            return [];
        if (!IsOrdered(report))
            return fit.FactorReliabilities(group).Zip(fit.Alphas(group)).ToDictionary(each => each.First.Factor, each => new Reliabilities(each.First, each.Second.Alpha, null));
        var ordinal = fit.OrdinalReliabilities(group).ToDictionary(row => row.Scale);
        return ConvergentValidity.OfResponses(fit, group).ToDictionary(
            row => row.Factor, row => new Reliabilities(row, ordinal.GetValueOrDefault(row.Factor)?.OrdinalAlpha, ordinal.GetValueOrDefault(row.Factor)?.CategoricalOmega));
    }

    private static Construct Of(Report report, int number, string name, Reliabilities? measured)
    {
        var (factor, sample) = (measured?.Factor, report.Fit.Saturated[number - 1].With(Divisor.CountLessOne));
        string[] observed = factor is null ? [name] : [.. factor.Indicators];
        var isObserved = observed.All(sample.Names.Contains);
        var (mean, deviation) = !isObserved ? (null, null) : IsOrdered(report) ? Answers(report.Fit.Sample[number - 1], observed) : Score(sample.Select(observed));
        return new(name, report.Label(name), mean, deviation, isObserved ? measured?.Alpha : null, factor?.CompositeReliability, factor?.AverageVarianceExtracted, measured?.Omega);
    }

    private static (double? Mean, double? Deviation) Score(SampleMoments moments) =>
        (moments.Means?.Average(), Math.Sqrt(moments.Covariance.Enumerate().Sum()) / moments.Names.Count);

    // Of the means of the answers of the cases that have all of them.
    private static (double? Mean, double? Deviation) Answers(SampleMoments sample, string[] observed)
    {
        int[] columns = [.. observed.Select(sample.IndexOf)];
        double[] scores = [.. sample.Cases!.EnumerateRows().Select(row => columns.Average(j => row[j])).Where(score => !double.IsNaN(score))];
        return (scores.Length > 0 ? Univariate.Mean(scores) : null, scores.Length > 1 ? Univariate.StandardDeviation(scores) : null);
    }

    private static double?[,] Correlations(Report report, int number, IReadOnlyList<string> names)
    {
        var moments = report.Fit.Implied(number);
        var isStructural = report.Fit.Structure.Latents.Count > 0;
        var (all, size) = isStructural ? (moments.LatentCovariance, moments.LatentSize) : (moments.Sigma, moments.Size);
        var found = new double?[names.Count, names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = 0; j < names.Count; j++)
            {
                var value = all[(i * size) + j] / Math.Sqrt(all[(i * size) + i] * all[(j * size) + j]);
                found[i, j] = double.IsFinite(value) ? value : null;
            }
        }

        return found;
    }
}
