using System.Globalization;
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

    private sealed record Construct(string Name, string Label, double? Mean, double? Deviation, double? Alpha, double? Composite, double? Extracted);

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
                .. hasFactors ? Reliability(of, rows) : [],
                .. Enumerable.Range(0, Math.Max(rows.Count - 1, 0)).Select(j => of.Column(
                    (j + 1).ToString(CultureInfo.InvariantCulture), i => j < i ? Cell.Number(correlations[i, j], 2, isBounded: true) : j == i ? Cell.Number(null, 2) : Cell.Blank)),
            ],
            notes: [Implied, .. hasFactors ? new[] { Scores } : []]);
    }

    private static IEnumerable<Column> Reliability(ColumnsOf<int> of, IReadOnlyList<Construct> rows) =>
    [
        of.Number("α", 2, i => rows[i].Alpha, isBounded: true),
        of.Number("CR", 2, i => rows[i].Composite, isBounded: true),
        of.Number("AVE", 2, i => rows[i].Extracted, isBounded: true),
    ];

    private static IReadOnlyList<Construct> Constructs(Report report, int number)
    {
        var fit = report.Fit;
        var sample = fit.Saturated[number - 1].With(Divisor.CountLessOne);
        var (factors, alphas) = Measured(report, number);
        var names = fit.Structure.Latents.Count > 0 ? fit.Structure.Latents : fit.Table.ObservedVariables;
        return [.. names.Select(name => Of(report, sample, name, factors.GetValueOrDefault(name), alphas.GetValueOrDefault(name)))];
    }

    private static (Dictionary<string, FactorReliability> Factors, Dictionary<string, FactorAlpha> Alphas) Measured(Report report, int number)
    {
        var fit = report.Fit;
        var group = fit.Table.GroupCount > 1 ? fit.Table.GroupLabels[number - 1] : null;
        return fit.Table.Rows.Any(row => row.Operator == Operator.Loading)
            ? (fit.FactorReliabilities(group).ToDictionary(row => row.Factor), fit.Alphas(group).ToDictionary(row => row.Factor))
            : ([], []);
    }

    private static Construct Of(Report report, SampleMoments sample, string name, FactorReliability? factor, FactorAlpha? alpha)
    {
        string[] observed = factor is null ? [name] : [.. factor.Indicators];
        if (!observed.All(sample.Names.Contains))
            return new(name, report.Label(name), null, null, null, factor?.CompositeReliability, factor?.AverageVarianceExtracted);
        var moments = sample.Select(observed);
        var (mean, variance) = (moments.Means?.Average(), moments.Covariance.Enumerate().Sum());
        return new(name, report.Label(name), mean, Math.Sqrt(variance) / observed.Length, alpha?.Alpha, factor?.CompositeReliability, factor?.AverageVarianceExtracted);
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
