using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Categorical;

namespace Pathwise.Reporting.Designs;

/// <summary>Ordered and continuous variables: thresholds, and the correlations of what lies behind them.</summary>
internal static class CategoricalDesign
{
    private const string Latent = "Behind an ordered variable a normal response is assumed, which thresholds cut into the categories; the correlations are of these responses. "
        + "They are mostly larger than those of the answers, and do not describe how the answers themselves go together.";

    /// <summary>Warnings first, then the variables with their thresholds, the correlations, and the pairs that need a look.</summary>
    public static Summary Of(CategoricalSample sample) => new(
        $"Correlations of {sample.Names.Count} variables, {sample.Count} cases{(sample.Group.Length > 0 ? $", {sample.Group}" : "")}",
        [
            .. sample.Warnings.Select(warning => new Paragraph(warning.Message, isWarning: true)),
            new Paragraph(Latent),
            Of(sample.Variables),
            Correlations(sample),
        ]);

    public static Table Of(IReadOnlyList<CategoricalVariable> rows)
    {
        var most = rows.Select(row => row.Thresholds.Count).DefaultIfEmpty().Max();
        return new(
            "Variables",
            [
                new("Variable", rows.Select(row => Cell.Text(row.Name))),
                new("n", rows.Select(row => Cell.Count(row.Count))),
                new("Answers", rows.Select(row => Cell.Optional(row.IsOrdered ? string.Join(", ", row.Counts) : null))),
                .. Enumerable.Range(0, most).Select(t => new Column($"τ{t + 1}", rows.Select(row => t < row.Thresholds.Count ? Cell.Number(row.Thresholds[t], 2) : Cell.Blank))),
                .. rows.All(row => row.IsOrdered) ? Array.Empty<Column>() :
                [
                    new("M", rows.Select(row => row.Mean is { } mean ? Cell.Number(mean, 2) : Cell.Blank)),
                    new("SD", rows.Select(row => row.Variance is { } variance ? Cell.Number(Math.Sqrt(variance), 2) : Cell.Blank)),
                ],
            ],
            notes: rows.Any(row => row.IsOrdered) ? ["Answers: how many cases are in each category, from the lowest. τ: thresholds, in standard deviations of the response."] : null);
    }

    public static Table Of(IReadOnlyList<PairCorrelation> rows) => Table.Of(
        "Pairs",
        rows,
        of =>
        [
            of.Text("First", row => row.First),
            of.Text("Second", row => row.Second),
            of.Text("Kind", row => row.Kind.ToString().ToLowerInvariant()),
            of.Number("r", 3, row => row.Correlation, isBounded: true),
            of.Number("SE", 3, row => row.StandardError),
            of.Count("n", row => row.Cases),
            of.Text("Empty cells", row => row.Cells > 0 ? $"{row.EmptyCells} of {row.Cells}" : null),
            of.Text("Search", row => Outcome(row.Outcome)),
        ]);

    public static Table Of(IReadOnlyList<SampleStatistic> rows) => Table.Of(
        "Statistics",
        rows,
        of => [of.Text("Statistic", row => row.Name), of.Number("Value", 3, row => row.Value), of.Number("SE", 3, row => row.StandardError)]);

    private static string? Outcome(CorrelationOutcome outcome) => outcome switch
    {
        CorrelationOutcome.NearOne => "above 0.99",
        CorrelationOutcome.AtBound => "at its bound",
        _ => null,
    };

    private static Table Correlations(CategoricalSample sample) => new(
        Caption(sample),
        Enumerable.Range(0, sample.Names.Count)
            .Select(j => new Column(sample.Names[j], Enumerable.Range(0, sample.Names.Count).Select(i => i >= j ? Cell.Number(sample.Correlations[i, j], 2, isBounded: true) : Cell.Blank)))
            .Prepend(new("", sample.Names.Select(Cell.Text))),
        notes: [Note(sample)]);

    private static string Caption(CategoricalSample sample)
    {
        string[] kinds = [.. sample.Pairs().Select(pair => pair.Kind).Distinct().OrderDescending().Select(kind => kind == CorrelationKind.Polychoric ? "polychoric" : kind == CorrelationKind.Polyserial ? "polyserial" : "Pearson's")];
        var words = kinds.Length == 0 ? "" : $"{string.Join(", ", kinds[..^1])}{(kinds.Length > 1 ? " and " : "")}{kinds[^1]} correlations";
        return words.Length == 0 ? "Correlations" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Note(CategoricalSample sample)
    {
        var missing = sample.Options.Deletion == CaseDeletion.Pairwise ? "each pair over the cases that have both" : "cases that miss a value are left out";
        var empty = sample.Tables == 0 ? "" : $" Empty cells: {sample.SparseTables} of {sample.Tables} tables have one; rule: {sample.Options.EmptyCells.Text()}.";
        return $"By two steps: each variable alone, then each pair; {missing}.{empty}";
    }
}
