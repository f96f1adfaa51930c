using System.Globalization;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;

namespace Pathwise.Reporting.Designs;

/// <summary>The tests of exact fit, which of them to trust, and how bad the fit may be that they leave possible.</summary>
internal static class FitTestsTable
{
    // The chi-square, those in place of it, and of the tests by eigenvalues what is recommended and what it stands beside.
    private static readonly string[] Shown = ["browne.residual.nt.model", "swain", "sb_rls", "ss_rls", "peba4_rls", "pall_rls", "all_rls"];

    /// <summary>The sentence on the test to trust, the tests, and indices with their uncertainty; nothing where there is no test.</summary>
    public static IEnumerable<Exhibit> Of(FitResult fit)
    {
        var tests = fit.Tests();
        if (fit.TestToTrust(tests) is not { } trusted)
            yield break;
        yield return new Paragraph(Words(trusted));
        var rows = tests.Where((each, k) => k == 0 || each.Name == fit.Method.Sandwich?.TestName || Shown.Contains(each.Name)).ToList();
        if (rows.Count > 1)
        {
            yield return TestDesign.Of(rows);
            if (tests.Any(each => each.Name.EndsWith("_ml", StringComparison.Ordinal)))
                yield return new Paragraph("More of them, by the likelihood (ml) and by other averages of eigenvalues, are in the JSON (--format json, tests).");
        }

        if (Bounds(fit) is { } bounds)
            yield return bounds;
    }

    /// <summary>Which test to trust, as a sentence.</summary>
    public static string Words(TrustedTest trusted) => string.Create(
        CultureInfo.InvariantCulture,
        $"Test of exact fit to trust here: {trusted.Name}, chi-square {trusted.Test.Value:0.00} with {trusted.Test.DegreesOfFreedom} df, p {Equal(NumberText.PValue(trusted.Test.PValue))} ({trusted.Source}): {trusted.Because}.");

    private static string Equal(string p) => char.IsAsciiDigit(p[0]) || p[0] == '.' ? $"= {p}" : p;

    private static Table? Bounds(FitResult fit)
    {
        List<(string Measure, Cell Value, string Word)> rows = [];
        if (fit.TSize() is { } size)
        {
            rows.Add(("T-size RMSEA (at most, with 95 % confidence)", Cell.Number(size.Rmsea, 3, isBounded: true), size.RmseaWord ?? ""));
            rows.Add(("T-size CFI (at least, with 95 % confidence)", Cell.Number(size.Cfi, 3, isBounded: true), size.CfiWord ?? ""));
        }

        if (fit.UnbiasedSrmr() is { } srmr)
        {
            rows.Add(("Unbiased SRMR", Cell.Number(srmr.Value, 3, isBounded: true), ""));
            rows.Add(("Unbiased SRMR, 90 % interval", Cell.Interval(srmr.Lower, srmr.Upper, 3, isBounded: true), ""));
            rows.Add(("p of close fit (SRMR ≤ .05)", Cell.PValue(srmr.ClosePValue), ""));
        }

        return rows.Count == 0 ? null : new(
            "How bad the fit may be",
            [
                new("Measure", rows.Select(row => Cell.Text(row.Measure))),
                new("Value", rows.Select(row => row.Value)),
                .. rows.Any(row => row.Word.Length > 0) ? [new Column("Verdict", rows.Select(row => Cell.Text(row.Word)))] : Array.Empty<Column>(),
            ],
            notes: ["T-size, with a verdict by bounds that are adjusted to df and N: Yuan, Chan, Marcoulides and Bentler (2016); unbiased SRMR: Maydeu-Olivares (2017)."]);
    }
}
