using System.Globalization;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;

namespace Pathwise.Export.Content;

/// <summary>The fit of the model and of those it is compared with, a row for each.</summary>
internal static class ModelsTable
{
    private sealed record Row(string Name, FitIndices Fit, LikelihoodRatioTest? Difference, string Problem)
    {
        public ChiSquareTest Test => Fit.ScaledTest ?? Fit.Test;

        public RmseaIndex Rmsea => Fit.RobustRmsea ?? Fit.ScaledRmsea ?? Fit.RmseaIndex;

        public IncrementalIndices Incremental => Fit.RobustIncremental ?? Fit.ScaledIncremental ?? Fit.Incremental;
    }

    public static ReportTable Of(Report report)
    {
        Row[] rows = [new(report.Run.Name, report.Fit.Indices(), null, ""), .. report.Run.Others.Select(other => Compared(report.Fit, other.Name, other.Fit))];
        return new("fit", Table.Of(
            rows.Length > 1 ? "Fit of All Models Compared" : "Model Fit",
            rows,
            of =>
            [
                of.Text("Model", row => row.Name),
                of.Number("χ²", 2, row => row.Test.Value),
                of.Column("df", row => row.Test.AdjustedDegrees is { } own ? Cell.Number(own, 2) : Cell.Count(row.Test.DegreesOfFreedom)),
                of.PValue("p", row => row.Test.PValue),
                .. report.Run.BollenStine is { } stine ? [of.Column("p (Bollen-Stine)", row => ReferenceEquals(row, rows[0]) ? Cell.PValue(BollenStine(stine)) : Cell.Blank)] : Array.Empty<Column>(),
                of.Number("CFI", 3, row => row.Incremental.Cfi, isBounded: true),
                of.Number("TLI", 3, row => row.Incremental.Tli, isBounded: true),
                of.Number("RMSEA", 3, row => row.Rmsea.Value, isBounded: true),
                of.Interval("90 % CI", 3, row => (row.Rmsea.Lower, row.Rmsea.Upper), isBounded: true),
                of.Number("SRMR", 3, row => row.Fit.Srmr, isBounded: true),
                .. rows.Any(row => row.Fit.Aic is not null) ? [of.Number("AIC", 1, row => row.Fit.Aic), of.Number("BIC", 1, row => row.Fit.Bic)] : Array.Empty<Column>(),
                .. rows.Length > 1 ? Differences(of) : [],
            ],
            notes: [.. Notes(rows, report.Fit.Table.OrderedVariables.Count > 0), .. Samples(report.Run.BollenStine)]));
    }

    /// <summary>The share of samples with at least the chi-square of the data, of a population in which the model holds; null where no sample can be used.</summary>
    public static double? BollenStine(BootstrapResult drawn) => drawn.Used > 0 ? drawn.ChiSquarePValue() : null;

    private static IEnumerable<string> Samples(BootstrapResult? drawn)
    {
        if (drawn is null)
            yield break;
        yield return string.Create(CultureInfo.InvariantCulture, $"p (Bollen-Stine): of the unscaled χ², from {drawn.Used} of {drawn.Requested} samples of data that were transformed so that the model holds (seed {drawn.Seed}).");
        foreach (var sentence in EffectTables.Draws(drawn))
            yield return sentence;
    }

    private static IEnumerable<Column> Differences(ColumnsOf<Row> of) =>
    [
        of.Column("Δχ²", row => row.Difference is { } test ? Cell.Number(test.ChiSquare, 2) : Cell.Blank),
        of.Column("Δdf", row => row.Difference is { } test ? Cell.Count(test.DegreesOfFreedom) : Cell.Blank),
        of.Column("p of Δχ²", row => row.Difference is { } test ? Cell.PValue(test.PValue) : Cell.Blank),
    ];

    // The model with more degrees of freedom is the restricted one.
    private static Row Compared(FitResult first, string name, FitResult other)
    {
        try
        {
            var test = other.DegreesOfFreedom() >= first.DegreesOfFreedom() ? first.Compare(other) : other.Compare(first);
            return new(name, other.Indices(), test, test.Warning?.Message ?? "");
        }
        catch (InputException problem)
        {
            return new(name, other.Indices(), null, problem.Message);
        }
    }

    private static IEnumerable<string> Notes(Row[] rows, bool ordered)
    {
        yield return "90 % CI: of the RMSEA.";
        if (rows.Any(row => row.Fit.ScaledTest is not null))
            yield return "χ² and p are those of the scaled test.";
        if (rows.Any(row => row.Fit.RobustRmsea is not null))
            yield return "CFI, TLI and RMSEA are robust.";
        else if (rows.Any(row => row.Fit.ScaledRmsea is not null))
            yield return "CFI, TLI and RMSEA are scaled.";
        if (ordered && rows.Any(row => row.Fit.RobustRmsea is null))
            yield return "Of ordered answers: cutoffs that were made for maximum likelihood do not hold, and indices of other estimators do not compare (Xia and Yang 2019).";
        if (rows.Length > 1)
            yield return $"Differences are from {rows[0].Name}{(rows.Any(row => row.Difference?.ScalingFactor is not null) ? "; a scaled difference is not the difference of scaled chi-squares" : "")}.";
        foreach (var row in rows.Where(row => row.Problem.Length > 0))
            yield return $"{row.Name}: {row.Problem}";
    }
}
