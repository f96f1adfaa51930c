using Pathwise.Auditing;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Running;

namespace Pathwise.Notebooks.Replication;

/// <summary>The checks of published values that notebooks displayed.</summary>
internal static class CheckCollection
{
    private const string Mime = "application/vnd.pathwise.checks+json";

    /// <summary>All checks of a run, each with the notebook and the cell that showed it.</summary>
    public static IEnumerable<CollectedCheck> Of(NotebookRun run) =>
        from cell in run.Notebook.Cells
        from output in cell.Outputs.OfType<DataOutput>()
        let report = output.Data.Content(Mime)
        where report is not null
        from check in CollectedCheck.Parse(output.Data.Text(Mime) ?? report.ToJsonString(), run.Name, cell.Id)
        select check;
}
