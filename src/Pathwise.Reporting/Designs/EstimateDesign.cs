using Pathwise.Reporting.Tables;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Reporting.Designs;

/// <summary>Estimates of parameters, in groups by what the parameters are.</summary>
internal static class EstimateDesign
{
    public static Table Of(IReadOnlyList<Estimate> rows, IReadOnlyList<string>? groups = null) => Table.Of(
        "Estimates",
        Sorted(rows, row => row.Parameter),
        of =>
        [
            of.Text("Parameter", row => Name(row.Parameter)),
            of.Column("Estimate", row => Cell.Number(row.Value, Precision.Of(row.Value, row.StandardError))),
            of.Column("SE", row => Cell.Number(row.StandardError, Precision.Of(row.Value, row.StandardError))),
            of.Number("z", 2, row => row.Z),
            of.PValue("p", row => row.PValue),
            of.Interval("Interval", 3, row => row.StandardError is null ? (null, null) : (row.Lower, row.Upper)),
            of.Number("Standardized", 3, row => row.StdAll),
        ],
        row => Group(row.Parameter, groups));

    public static Table Of(IReadOnlyList<StandardizedEstimate> rows, IReadOnlyList<string>? groups = null) => Table.Of(
        "Standardized estimates",
        Sorted(rows, row => row.Parameter),
        of =>
        [
            of.Text("Parameter", row => Name(row.Parameter)),
            of.Column("Estimate", row => Cell.Number(row.Value, Precision.Of(row.Value, row.StandardError))),
            of.Column("SE", row => Cell.Number(row.StandardError, Precision.Of(row.Value, row.StandardError))),
            of.Number("z", 2, row => row.StandardError is > 0 ? row.Z : null),
            of.PValue("p", row => row.PValue),
            of.Interval("Interval", 3, row => row.StandardError is null ? (null, null) : (row.Lower, row.Upper)),
        ],
        row => Group(row.Parameter, groups));

    public static Table Of(IReadOnlyList<RSquared> rows, IReadOnlyList<string>? groups = null) => Table.Of(
        "Explained variance",
        rows,
        of => [of.Text("Variable", row => row.Variable), of.Number("R²", 3, row => row.Value, isBounded: true)],
        IsGrouped(groups) ? row => GroupName(row.Group, groups!) : null);

    /// <summary>The parameter as the syntax writes it, with its label where the user gave one.</summary>
    public static string Name(Parameter row) =>
        $"{row.Lhs} {row.Operator.Text()} {row.Rhs}".TrimEnd() + (row.Label.Length > 0 && row.Operator != Operator.Definition ? $"  ({row.Label})" : "");

    private static List<T> Sorted<T>(IEnumerable<T> rows, Func<T, Parameter> parameter) =>
        [.. rows.OrderBy(row => parameter(row).Group == 0 ? int.MaxValue : parameter(row).Group).ThenBy(row => Order(parameter(row)))];

    private static int Order(Parameter row) => row.Operator switch
    {
        Operator.Threshold => 3,
        Operator.Intercept => 4,
        Operator.Covariance when row.Lhs == row.Rhs => 5,
        Operator.Scale => 6,
        var other => Math.Min((int)other, 7),
    };

    private static string Group(Parameter row, IReadOnlyList<string>? groups)
    {
        var kind = row.Operator switch
        {
            Operator.Loading => "Loadings",
            Operator.Regression => "Regressions",
            Operator.Covariance => row.Lhs == row.Rhs ? "Variances" : "Covariances",
            Operator.Intercept => "Intercepts",
            Operator.Threshold => "Thresholds",
            Operator.Scale => "Scales",
            Operator.Definition => "Defined",
            _ => "Constraints",
        };
        return IsGrouped(groups) && row.Group > 0 ? $"{GroupName(row.Group, groups!)}: {kind.ToLowerInvariant()}" : kind;
    }

    private static bool IsGrouped(IReadOnlyList<string>? groups) => groups is { Count: > 1 };

    private static string GroupName(int group, IReadOnlyList<string> groups) => group <= groups.Count ? groups[group - 1] : $"Group {group}";
}
