using System.Globalization;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Export.Content;

/// <summary>The results in words that an author edits: what was fitted, how well, which paths, which indirect effects. It says what was found and judges nothing.</summary>
internal static class ResultsText
{
    private const double Level = 0.05;

    public static IReadOnlyList<ReportSection> Of(Report report)
    {
        List<ReportSection> sections = [new("Analysis", [Analysis(report), .. Warnings(report.Fit)]), new("Model fit", [Fit(report), .. Trusted(report.Fit), .. report.Run.Others.Select(other => Other(other.Name, other.Fit))])];
        if (Paths(report) is { Length: > 0 } paths)
            sections.Add(new("Structural paths", paths));
        if (Indirect(report) is { Length: > 0 } indirect)
            sections.Add(new("Indirect effects", [Marked.Plain(EffectTables.How(report)), .. indirect]));
        return sections;
    }

    private static string Analysis(Report report) => Marked.Plain(
        $"The model was fitted to {report.Fit.CaseUse.Text} by {Lower(FitSummary.Estimator(report.Fit))}, with {Report.Program}. {SampleTables.Treatment(report.Fit)}");

    private static string Lower(string words) => words.Length > 0 ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    private static IEnumerable<string> Warnings(FitResult fit) => fit.Warnings.Select(warning => $"[AUTHOR: account for this] {Marked.Plain(warning.Message)}");

    private static string Fit(Report report) => $"{Marked.Plain(report.Run.Name)}: {Indices(report.Fit.Indices())}{Stine(report.Run.BollenStine)}.";

    private static IEnumerable<string> Trusted(FitResult fit) => fit.TestToTrust() is { } trusted ? [Marked.Plain(FitTestsTable.Words(trusted))] : [];

    private static string Stine(BootstrapResult? drawn) =>
        drawn is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; {P(ModelsTable.BollenStine(drawn))} by a Bollen-Stine bootstrap of {drawn.Used} samples");

    private static string Other(string name, FitResult fit) => $"{Marked.Plain(name)}: {Indices(fit.Indices())}.";

    private static string Indices(FitIndices fit)
    {
        var (test, incremental, rmsea) = (fit.ScaledTest ?? fit.Test, fit.RobustIncremental ?? fit.ScaledIncremental ?? fit.Incremental, fit.RobustRmsea ?? fit.ScaledRmsea ?? fit.RmseaIndex);
        var scaled = fit.ScaledTest is null ? "" : " (scaled)";
        return string.Create(CultureInfo.InvariantCulture, $"χ²({(test.AdjustedDegrees is { } own ? Number(own, 2) : Number(test.DegreesOfFreedom, 0))}) = {Number(test.Value, 2)}{scaled}, {P(test.PValue)}, CFI = {Share(incremental.Cfi)}, TLI = {Share(incremental.Tli)}, RMSEA = {Share(rmsea.Value)}, 90 % CI {NumberText.Interval(rmsea.Lower, rmsea.Upper, 3, isBounded: true)}, SRMR = {Share(fit.Srmr)}");
    }

    private static string[] Paths(Report report)
    {
        var explained = report.Fit.RSquared().ToDictionary(row => (row.Variable, row.Group), row => row.Value);
        return
        [
            .. from row in report.Fit.Estimates()
               where row.Operator == Operator.Regression && row.Parameter.IsFree
               group row by (row.Lhs, row.Group) into outcome
               select string.Join(" ", outcome.Select(row => Path(report, row))) + Explained(report, outcome.Key.Lhs, explained.TryGetValue(outcome.Key, out var share) ? share : null),
        ];
    }

    private static string Path(Report report, Estimate row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name(report, row.Rhs)} {Verb(row.PValue, row.Value)} {Name(report, row.Lhs)}{Group(report, row.Group)}, *B* = {Number(row.Value, 2)}, *SE* = {Number(row.StandardError, 2)}, {P(row.PValue)}, β = {Number(row.StdAll, 2)}.");

    private static string Verb(double? p, double value) => p switch
    {
        null => "was related (no test exists) to",
        < Level => value > 0 ? "was positively related to" : "was negatively related to",
        _ => "was not shown to be related to",
    };

    private static string Explained(Report report, string outcome, double? share) => share is null ? "" : $" The model explains {Number(100 * share, 1)} % of the variance of {Name(report, outcome)}.";

    private static string[] Indirect(Report report)
    {
        var kind = report.Run.Effects.Kinds.Count > 0 ? report.Run.Effects.Kinds[^1] : IntervalKind.Delta;
        return
        [
            .. from row in report.Effects
               where row.Effect.Kind == EffectKind.SpecificIndirect
               let interval = row.Interval(kind)
               select $"{string.Join(" → ", new[] { row.Effect.Cause }.Concat(row.Effect.Via).Append(row.Effect.Outcome).Select(name => Name(report, name)))}{Group(report, row.Effect.Group)}: {Number(row.Value, 2)}, "
                   + (interval is { } bounds ? $"{EstimateColumns.Level(bounds.Level)} {NumberText.Interval(bounds.Lower, bounds.Upper, 2).Replace('-', '−')}, which {(bounds.Contains(0) ? "includes" : "excludes")} zero." : "without an interval of the kind asked for."),
        ];
    }

    private static string Group(Report report, int number) => report.Fit.Table.GroupCount > 1 ? $" in group {Marked.Plain(report.Fit.Table.GroupLabels[number - 1])}" : "";

    private static string Name(Report report, string variable) => Marked.Plain(report.Label(variable));

    private static string P(double? value) => value switch
    {
        null => "*p* not defined",
        _ when NumberText.PValue(value) is var text && (text[0] is '<' or '>') => $"*p* {text}",
        _ => $"*p* = {NumberText.PValue(value)}",
    };

    private static string Number(double? value, int decimals) => NumberText.Number(value, decimals).Replace('-', '−');

    private static string Share(double? value) => NumberText.Number(value, 3, isBounded: true).Replace('-', '−');
}
