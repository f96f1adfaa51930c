using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Reporting.Designs;

/// <summary>The largest modification indices.</summary>
public static class ModificationTable
{
    // The 95 % quantile of chi-square with one degree of freedom.
    private const double Noteworthy = 3.841459;
    private const int MostRows = 20;

    /// <summary>What freeing a parameter would gain, the largest first; what lies below 3.84 is left out.</summary>
    public static Table ModificationIndexTable(this FitResult fit)
    {
        var all = fit.ModificationIndices().Where(index => index.Drop >= Noteworthy).OrderByDescending(index => index.Drop).ToList();
        var shown = all.Take(MostRows).ToList();
        return Table.Of("Modification indices", shown, of => Columns(of, fit), notes: Notes(all.Count));
    }

    private static IEnumerable<Column> Columns(ColumnsOf<ModificationIndex> of, FitResult fit)
    {
        yield return of.Text("If freed", row => $"{row.Lhs} {row.Operator.Text()} {row.Rhs}".TrimEnd());
        if (fit.Table.GroupCount > 1)
            yield return of.Text("Group", row => fit.Table.GroupLabels[row.Group - 1]);
        yield return of.Number("Chi-square drops by", 3, row => row.Drop);
        yield return of.Number("Expected value", 3, row => row.Change);
        yield return of.Number("Standardized", 3, row => row.ChangeStdAll);
    }

    private static IEnumerable<string> Notes(int count)
    {
        yield return count switch
        {
            0 => "No modification index reaches 3.84.",
            > MostRows => $"The {MostRows} largest of {count} that reach 3.84 (p = .05).",
            _ => "Those that reach 3.84 (p = .05).",
        };
        yield return "A model changed by these is chosen by the data and has to be tested with other data.";
    }
}
