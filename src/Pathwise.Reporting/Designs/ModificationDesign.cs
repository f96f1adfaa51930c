using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Reporting.Designs;

/// <summary>The largest modification indices.</summary>
public static class ModificationDesign
{
    // The 95 % quantile of chi-square with one degree of freedom.
    private const double Noteworthy = 3.841459;
    private const int MostRows = 20;

    /// <summary>What freeing a parameter would gain, the largest first; what lies below 3.84 is left out.</summary>
    public static Table ModificationIndexTable(this FitResult fit)
    {
        var all = fit.ModificationIndices().Where(index => index.Drop >= Noteworthy).OrderByDescending(index => index.Drop).ToList();
        var shown = all.Take(MostRows).ToList();
        return Of(shown, fit.Table.GroupLabels, Notes(all.Count));
    }

    /// <summary>Some modification indices in their order, with the groups by their numbers.</summary>
    internal static Table Of(IReadOnlyList<ModificationIndex> rows) => Of(rows, [], []);

    private static Table Of(IReadOnlyList<ModificationIndex> rows, IReadOnlyList<string> groups, IEnumerable<string> notes) => Table.Of(
        "Modification indices",
        rows,
        of =>
        [
            of.Text("Parameter", row => $"{row.Lhs} {row.Operator.Text()} {row.Rhs}".TrimEnd()),
            .. groups.Count > 1 || rows.Any(row => row.Group > 1) ? new[] { of.Column("Group", row => groups.Count > 1 ? Cell.Text(groups[row.Group - 1]) : Cell.Count(row.Group)) } : [],
            of.Number("Drop of χ²", 2, row => row.Drop),
            of.Number("Expected change", 3, row => row.Change),
            of.Number("Standardized", 3, row => row.ChangeStdAll),
        ],
        notes: notes);

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
