using System.Text.Json.Nodes;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Running;

/// <summary>
/// Values for a notebook's parameters, in the convention of papermill: a cell tagged <c>injected-parameters</c> after the one
/// tagged <c>parameters</c>, which assigns them anew.
/// </summary>
internal static class ParameterCell
{
    private const string Id = "injected-parameters";

    /// <summary>The notebook with the values set; as it is when there are none.</summary>
    public static Notebook InjectInto(Notebook notebook, IReadOnlyDictionary<string, string> values, string path)
    {
        if (values.Count == 0)
            return notebook;
        var cells = notebook.Cells.Where(cell => cell.Id != Id && !cell.HasTag(Id)).ToList();
        var at = cells.FindIndex(cell => cell.HasTag("parameters"));
        if (at < 0)
            throw new InputException($"{path} has no cell tagged 'parameters', so {string.Join(", ", values.Keys)} cannot be set in it.");
        cells.Insert(at + 1, new Cell(CellKind.Code, Id, Source(values)) { Metadata = new JsonObject { ["tags"] = new JsonArray(Id) } });
        return notebook.With(cells);
    }

    private static string Source(IReadOnlyDictionary<string, string> values) =>
        string.Join('\n', values.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key} = {each.Value};"));
}
