using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Designs;

/// <summary>Published values beside recomputed ones.</summary>
internal static class CheckDesign
{
    public static Exhibit Of(CheckReport report) => report.Values.Count == 0 ? new Paragraph("No published value is checked here.") : Of(report.Values);

    public static Table Of(Scorecard scorecard) => Of(scorecard.Values);

    public static Table Of(IReadOnlyList<CheckedValue> values) => Table.Of(
        "Published and recomputed",
        values,
        of =>
        [
            of.Text("Value", row => row.Statistic.What),
            of.Column("Published", row => Cell.Verbatim(row.Statistic.Printed)),
            of.Column("Recomputed", row => Cell.Verbatim(row.Recomputed)),
            of.Text("Verdict", row => Verdict(row.Verdict)),
            .. values.Any(row => row.Why is not null) ? new[] { of.Column("Why", row => Cell.Optional(row.Why)) } : [],
        ],
        notes: [Counts(values.Select(row => row.Verdict))]);

    public static Table Of(IReadOnlyList<ScorecardValue> values) => Table.Of(
        "Scorecard",
        values,
        of =>
        [
            of.Text("Value", row => row.Statistic.What),
            of.Column("Published", row => Cell.Verbatim(row.Statistic.Printed)),
            of.Column("Recomputed", row => Cell.Verbatim(row.Recomputed)),
            of.Text("Verdict", row => Verdict(row.Verdict)),
            of.Column("Why", row => Cell.Optional(row.Why)),
            of.Column("Notebook", row => Cell.Optional(row.Notebook)),
        ],
        row => row.Statistic.Place,
        [Counts(values.Select(row => row.Verdict))]);

    public static Table Of(IReadOnlyList<ReportedStatistic> statistics) => Table.Of(
        "Published statistics",
        statistics,
        of =>
        [
            of.Text("Id", row => row.Id),
            of.Text("Value", row => row.What),
            of.Column("Published", row => Cell.Verbatim(row.Printed)),
            of.Text("Place", row => row.Place),
        ]);

    private static string Verdict(Verdict verdict) => verdict switch
    {
        Auditing.Verdict.Reproduced => "✓\u00a0reproduced",
        Auditing.Verdict.Compatible => "≈\u00a0compatible",
        Auditing.Verdict.MetByConstruction or Auditing.Verdict.TakenFromPaper => "=\u00a0" + verdict.Text(),
        Auditing.Verdict.Differs => "✗\u00a0differs",
        _ => "?\u00a0" + verdict.Text(),
    };

    private static string Counts(IEnumerable<Verdict> verdicts)
    {
        var all = verdicts.ToList();
        return string.Join(", ", Enum.GetValues<Verdict>().Select(verdict => $"{all.Count(one => one == verdict)} {verdict.Text()}")) + ".";
    }
}
