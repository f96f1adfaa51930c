using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Sam;

/// <summary>What a parameter is called in every table that has it: a covariance is that of the same variables in either order.</summary>
internal readonly record struct RowKey(string Lhs, Operator Operator, string Rhs, int Group)
{
    /// <summary>The name of a row.</summary>
    public static RowKey Of(Parameter row) => row.Operator == Operator.Covariance && string.CompareOrdinal(row.Lhs, row.Rhs) > 0
        ? new(row.Rhs, row.Operator, row.Lhs, row.Group)
        : new(row.Lhs, row.Operator, row.Rhs, row.Group);

    /// <summary>The positions of a table's free parameters, counted from 0, by name.</summary>
    public static Dictionary<RowKey, int> Free(ParameterTable table) => table.Rows.Where(row => row.IsFree).ToDictionary(Of, row => row.Free - 1);
}
