using Pathwise.Auditing;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Running;

/// <summary>The checks of published values that notebooks displayed.</summary>
internal static class CheckCollection
{
    private const string Mime = "application/vnd.pathwise.checks+json";

    /// <summary>All checks of a run, each with the notebook and the cell that showed it.</summary>
    public static IEnumerable<CollectedCheck> Of(NotebookRun run) =>
        from cell in run.Notebook.Cells
        from output in cell.Outputs.OfType<DataOutput>()
        from check in Of(output.Data, run.Name, cell.Id)
        select check;

    /// <summary>The checks in one output; none where it is another kind of output.</summary>
    public static IEnumerable<CollectedCheck> Of(MimeBundle output, string notebook, string cell) =>
        output.Content(Mime) is { } report ? CollectedCheck.Parse(output.Text(Mime) ?? report.ToJsonString(), notebook, cell) : [];
}
