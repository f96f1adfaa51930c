using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Specification;

namespace Pathwise.Reporting.Designs;

/// <summary>A model before it is fitted: its syntax, its parameter table.</summary>
internal static class ModelDesign
{
    public static Listing Of(ModelSpecification model) => new(model.Text);

    public static Table Of(ParameterTable table) => Table.Of(
        $"Parameters: {table.FreeCount} free",
        table.Rows,
        of =>
        [
            of.Text("Parameter", row => $"{row.Lhs} {row.Operator.Text()} {row.Rhs}".TrimEnd()),
            .. table.GroupCount > 1 ? new[] { of.Text("Group", row => row.Group > 0 ? table.GroupLabels[row.Group - 1] : "") } : [],
            of.Count("Free", row => row.IsFree ? row.Free : null),
            of.Number("Fixed at", 3, row => row.FixedValue),
            of.Column("Label", row => Cell.Optional(row.Label)),
            of.Column("From", row => Cell.Text(row.IsFromUser ? "syntax" : "default")),
        ]);
}
