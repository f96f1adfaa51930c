using System.Globalization;
using Pathwise.Numerics;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Estimation;
using Pathwise.Surveys;

namespace Pathwise.Export.Content;

/// <summary>The way of the cases into the analysis, and the variables: how many values there are, and how they are distributed.</summary>
internal static class SampleTables
{
    private const string Moments = "Of the cases analysed. Skewness and kurtosis are those of moments; the kurtosis of a normal variable is zero.";

    private const string Numbers = "Ordered answers are described here as the numbers that they are; the model takes them as ordered.";

    private sealed record Step(string Group, string What, int Count);

    private sealed record Described(string Variable, string Label, int Values, int Cases, double? Mean, double? Deviation, double? Skewness, double? Kurtosis);

    public static IEnumerable<ReportTable> Of(Report report)
    {
        yield return new("sample", Cases(report));
        foreach (var (number, label) in report.Groups)
            yield return new(report.NameOf("variables", number), Variables(report, number, label));
    }

    private static Table Cases(Report report)
    {
        Step[] steps = [.. Cleaned(report), .. Used(report.Fit.CaseUse)];
        return Table.Of("Sample and Missing Data", steps, of => [of.Text("Cases", row => row.What), of.Count("n", row => row.Count)], row => row.Group, [Treatment(report.Fit), .. Reasons(report.Run.Cleaning), .. report.Run.Notes]);
    }

    private static IEnumerable<Step> Cleaned(Report report)
    {
        if (report.Run.Cleaning is not { } cleaning)
            yield break;
        yield return new("Preparation", "Started", cleaning.Started);
        foreach (var step in cleaning.Steps)
            yield return new("Preparation", $"Left out: {step.Reason}", step.LeftOut);
        yield return new("Preparation", "Usable", cleaning.Usable);
    }

    /// <summary>How many answers a codebook's codes make missing, by reason, as a sentence; none without such codes.</summary>
    public static IEnumerable<string> Reasons(CleaningReport? cleaning) => cleaning is { Missing.Count: > 0 }
        ? [$"Answers missing by code in the data as collected: {string.Join("; ", cleaning.Missing.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Reason} {each.Answers}")))}."]
        : [];

    private static IEnumerable<Step> Used(CaseUse use)
    {
        yield return new("Analysis", "In the data", use.Total);
        foreach (var (reason, count) in use.Omitted)
            yield return new("Analysis", $"Left out: {Wording(reason)}", count);
        yield return new("Analysis", "Analysed", use.Used);
        if (use.Groups.Count > 1)
        {
            foreach (var group in use.Groups)
                yield return new("Analysis", $"Analysed in group {group.Label}", group.Used);
        }
    }

    private static string Wording(OmissionReason reason) => reason switch
    {
        OmissionReason.Empty => "no value of any variable",
        OmissionReason.Incomplete => "a missing value (listwise deletion)",
        OmissionReason.MissingExogenous => "no value of an exogenous variable",
        _ => "no group",
    };

    /// <summary>What became of missing values, as a sentence.</summary>
    public static string Treatment(FitResult fit) => fit switch
    {
        _ when FirstStageFacts.Of(fit) is { } stage => $"Two-stage maximum likelihood. {stage.Text}",
        { Sample: [{ Cases: null }, ..] } => "Covariances were analysed; the cases themselves are not known.",
        { Options.Missing: MissingData.Fiml } when fit.Sample.Any(sample => sample.HasMissing) => FormattableString.Invariant(
            $"Full information maximum likelihood: {Missing(fit)} of {Cells(fit)} values are missing ({100.0 * Missing(fit) / Cells(fit):0.0} %), in {fit.Sample.Sum(sample => sample.Patterns.Count)} patterns."),
        { Options.Missing: MissingData.Fiml } => "Full information maximum likelihood; no value is missing.",
        { Options.Missing: MissingData.Pairwise } => FormattableString.Invariant(
            $"Pairwise deletion: each threshold and each correlation rests on the cases that have its variables; {Missing(fit)} of {Cells(fit)} values are missing ({100.0 * Missing(fit) / Cells(fit):0.0} %)."),
        _ => "Listwise deletion: complete cases alone were analysed.",
    };

    private static int Missing(FitResult fit) => fit.Sample.Sum(sample => sample.Cases!.Enumerate().Count(double.IsNaN));

    private static int Cells(FitResult fit) => fit.Sample.Sum(sample => sample.Cases!.RowCount * sample.Cases.ColumnCount);

    private static Table Variables(Report report, int number, string label)
    {
        var sample = report.Fit.Sample[number - 1];
        var rows = sample.Names.Select((name, i) => Describe(report, sample, name, i)).ToArray();
        var hasTitles = rows.Any(row => row.Label != row.Variable);
        var hasCases = sample.Cases is not null;
        return Table.Of(
            Report.Caption("Descriptive Statistics of the Variables Analysed", label),
            rows,
            of =>
            [
                of.Text("Variable", row => row.Variable),
                .. hasTitles ? [of.Text("Title", row => row.Label)] : Array.Empty<Column>(),
                of.Count("n", row => row.Values),
                .. hasCases ? [of.Number("Missing, %", 1, row => 100.0 * (row.Cases - row.Values) / row.Cases)] : Array.Empty<Column>(),
                of.Number("M", 2, row => row.Mean),
                of.Number("SD", 2, row => row.Deviation),
                .. hasCases ? new[] { of.Number("Skewness", 2, row => row.Skewness), of.Number("Kurtosis", 2, row => row.Kurtosis) } : [],
            ],
            notes: [.. hasCases ? [Moments] : Array.Empty<string>(), .. report.Fit.Table.OrderedVariables.Count > 0 ? [Numbers] : Array.Empty<string>()]);
    }

    private static Described Describe(Report report, SampleMoments sample, string name, int at)
    {
        if (sample.Cases is not { } cases)
        {
            var moments = sample.With(Divisor.CountLessOne);
            return new(name, report.Label(name), sample.Count, sample.Count, moments.Means?[at], Math.Sqrt(moments.Covariance[at, at]), null, null);
        }

        double[] values = [.. cases.Column(at).Where(value => !double.IsNaN(value))];
        var mean = values.Length > 0 ? Univariate.Mean(values) : (double?)null;
        return new(
            name, report.Label(name), values.Length, cases.RowCount, mean, values.Length > 1 ? Univariate.StandardDeviation(values) : null,
            Standardized(values, mean, 3), Standardized(values, mean, 4) - 3);
    }

    // The mean of a power of the deviations over that power of their root mean square.
    private static double? Standardized(double[] values, double? mean, int power)
    {
        if (values.Length < 2)
            return null;
        var spread = Math.Sqrt(values.Average(value => Math.Pow(value - mean!.Value, 2)));
        return spread > 0 ? values.Average(value => Math.Pow((value - mean!.Value) / spread, power)) : null;
    }
}
