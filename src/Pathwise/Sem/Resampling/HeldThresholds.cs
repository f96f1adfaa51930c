using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Variables of which a threshold is fixed or in a constraint. A category that is lost takes its thresholds along, and a model can spare them where nothing else is in
/// them; here something is.
/// </summary>
internal sealed class HeldThresholds
{
    private readonly int[] columns;

    private HeldThresholds(int[] columns) => this.columns = columns;

    /// <summary>Of a table, whose observed variables are the columns of the cases.</summary>
    public static HeldThresholds Of(ParameterTable table)
    {
        var constrained = table.Constraints.SelectMany(constraint => constraint.Difference.Positions).ToHashSet();
        var names = table.Rows.Where(row => row.Operator == Operator.Threshold && (!row.IsFree || constrained.Contains(row.Free - 1))).Select(row => row.Lhs).ToHashSet();
        return new([.. table.ObservedVariables.Index().Where(each => names.Contains(each.Item)).Select(each => each.Index)]);
    }

    /// <summary>Whether cases (n x p, row-major) have lost a category of such a variable.</summary>
    public bool AreLost(ReadOnlySpan<double> cases, int size, ResponseStatistics whole)
    {
        foreach (var j in columns)
        {
            var found = new HashSet<double>();
            for (var place = j; place < cases.Length; place += size)
            {
                if (!double.IsNaN(cases[place]))
                    found.Add(cases[place]);
            }

            if (found.Count < whole.Categories[j]!.Count)
                return true;
        }

        return false;
    }
}
