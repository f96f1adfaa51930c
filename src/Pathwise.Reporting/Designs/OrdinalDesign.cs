using Pathwise.Psychometrics;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Designs;

/// <summary>Reliability of ordered items.</summary>
internal static class OrdinalDesign
{
    private const string Meaning = "Categorical ω is of the sum of the answers. Ordinal α is of the sum of the responses that are assumed behind them, which nobody can form: it is no reliability of the scale as it is scored.";

    public static Table Of(IReadOnlyList<OrdinalReliability> rows) => Table.Of(
        "Reliability of ordered items",
        rows,
        of =>
        [
            of.Text("Scale", row => row.Scale),
            of.Count("Items", row => row.Items),
            of.Count("Cases", row => row.Cases),
            of.Number("ω categorical", 3, row => row.CategoricalOmega, isBounded: true),
            .. Interval(of, rows, row => row.CategoricalOmegaInterval),
            of.Number("α ordinal", 3, row => row.OrdinalAlpha, isBounded: true),
            .. Interval(of, rows, row => row.OrdinalAlphaInterval),
        ],
        rows.Any(row => row.Group.Length > 0) ? row => row.Group : null,
        notes: [Meaning, .. rows.Any(row => row.Resamples > 0 || row.Failures.Count > 0) ? new[] { Resamples(rows) } : []]);

    private static Column[] Interval(ColumnsOf<OrdinalReliability> of, IReadOnlyList<OrdinalReliability> rows, Func<OrdinalReliability, Numerics.Interval?> interval) =>
        rows.Any(row => interval(row) is not null) ? [of.Interval("Interval", 3, row => (interval(row)?.Lower, interval(row)?.Upper), isBounded: true)] : [];

    private static string Resamples(IReadOnlyList<OrdinalReliability> rows)
    {
        var asked = rows.Max(row => row.Resamples + row.Failures.Values.Sum());
        string[] lost = [.. rows.Where(row => row.Failures.Count > 0).Select(row => $"{row.Scale} {string.Join(", ", row.Failures.Select(each => $"{each.Value} with {each.Key.Text()}"))}")];
        return $"Percentile intervals of {asked} resamples of the cases.{(lost.Length > 0 ? $" Without ω: {string.Join("; ", lost)}." : "")}";
    }
}
