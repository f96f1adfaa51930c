using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Reporting.Designs;

/// <summary>Estimates by kind, with standard errors, intervals and standardized values.</summary>
internal static class EstimatesTable
{
    /// <summary>The parameters of one group.</summary>
    public static Table Of(FitResult fit, int group)
    {
        var name = fit.Table.GroupCount > 1 ? $"Parameters of group {fit.Table.GroupLabels[group - 1]}" : "Parameters";
        var rows = fit.Estimates().Where(row => row.Group == group).OrderBy(Kind).ToList();
        var explained = Explained(rows);
        return Of(name, fit, rows, row => Headings[Kind(row)], row => Name(row, explained));
    }

    /// <summary>The defined effects.</summary>
    public static Table OfEffects(FitResult fit) =>
        Of("Defined effects", fit, fit.Effects(), null, row => $"{row.Lhs} := {row.Rhs}");

    private static readonly string[] Headings = ["Loadings", "Regressions", "Covariances", "Thresholds", "Intercepts and means", "Variances", "Scales"];

    private static int Kind(Estimate row) => row.Operator switch
    {
        Operator.Loading => 0,
        Operator.Regression => 1,
        Operator.Threshold => 3,
        Operator.Intercept => 4,
        Operator.Scale => 6,
        _ => row.Lhs == row.Rhs ? 5 : 2,
    };

    private static Table Of(string caption, FitResult fit, IReadOnlyList<Estimate> rows, Func<Estimate, string>? group, Func<Estimate, string> name) =>
        Table.Of(caption, rows, columns => Columns(columns, fit, rows, name), group, Notes(rows));

    private static IEnumerable<Column> Columns(ColumnsOf<Estimate> of, FitResult fit, IReadOnlyList<Estimate> rows, Func<Estimate, string> name)
    {
        yield return of.Text("", name);
        if (rows.Any(row => row.Label.Length > 0 && row.Operator != Operator.Definition))
            yield return of.Column("Label", row => Cell.Optional(Label(row)));
        static int Decimals(Estimate row) => Precision.Of(row.Value, row.StandardError);
        yield return of.Column("Estimate", row => Cell.Number(row.Value, Decimals(row)));
        yield return of.Column("SE", row => IsFixed(row) ? Cell.Text("fixed") : Cell.Number(row.StandardError, Decimals(row)));
        yield return of.Column("z", row => IsFixed(row) ? Cell.Blank : Cell.Number(row.Z, 2));
        yield return of.Column("p", row => IsFixed(row) ? Cell.Blank : Cell.PValue(row.PValue));
        yield return of.Column($"{100 * fit.Options.Level:0.#} % interval", row => IsFixed(row) ? Cell.Blank : Cell.Interval(row.Lower, row.Upper, Decimals(row)));
        yield return of.Number("Std. latent", 3, row => row.StdLv);
        yield return of.Number("Std. all", 3, row => row.StdAll);
    }

    // Rows that a default made equal carry a label of their place in the table, which says nothing to a reader.
    private static string Label(Estimate row) => IsTied(row) ? "=" : row.Label;

    private static bool IsTied(Estimate row) => row.Label.StartsWith(".p", StringComparison.Ordinal) && row.Label.EndsWith('.');

    private static bool IsFixed(Estimate row) => row.Operator != Operator.Definition && !row.Parameter.IsFree;

    private static HashSet<string> Explained(List<Estimate> rows) =>
    [
        .. rows.Where(row => row.Operator == Operator.Loading).Select(row => row.Rhs),
        .. rows.Where(row => row.Operator == Operator.Regression).Select(row => row.Lhs),
    ];

    // A dot marks what is left of a variable that something explains, as in lavaan's summary.
    private static string Name(Estimate row, HashSet<string> explained)
    {
        string Left(string variable) => explained.Contains(variable) ? "." + variable : variable;
        return row.Operator switch
        {
            Operator.Loading => $"{row.Lhs} =~ {row.Rhs}",
            Operator.Regression => $"{row.Lhs} ~ {row.Rhs}",
            Operator.Threshold => $"{row.Lhs} | {row.Rhs}",
            Operator.Scale => row.Lhs,
            Operator.Intercept => Left(row.Lhs),
            _ when row.Lhs == row.Rhs => Left(row.Lhs),
            _ => $"{Left(row.Lhs)} ~~ {Left(row.Rhs)}",
        };
    }

    private static IEnumerable<string> Notes(IReadOnlyList<Estimate> rows)
    {
        if (rows.Any(IsTied))
            yield return "Rows marked = are held equal to the same parameter elsewhere.";
        if (rows.Any(row => row.Operator is Operator.Covariance or Operator.Intercept))
            yield return "A dot before a variable: a residual or an intercept, what is left of a variable that the model explains.";
    }
}
