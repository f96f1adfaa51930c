using System.Text.Json.Nodes;
using Pathwise.Tables;

namespace Pathwise.Auditing.Origins;

/// <summary>
/// What a file of targets gave to a search for data: each of its statistics under its id; the model, the number of cases and every other
/// setting under the name of the file and its own, as <c>targets.model</c>.
/// </summary>
internal static class TargetQuantities
{
    private const string Statistics = "statistics";

    /// <summary>The quantities of a file.</summary>
    public static IEnumerable<GivenQuantity> Of(string path)
    {
        var name = Path.GetFileName(path);
        var root = JsonForm.Parse<JsonObject>(File.ReadAllText(path), path, "targets", JsonObjectForm.Plain);
        foreach (var (key, _) in root.Where(member => member.Key != Statistics))
            yield return new($"{Path.GetFileNameWithoutExtension(path)}.{key}", $"setting '{key}' of {name}");
        foreach (var target in JsonObjectForm.Objects(root[Statistics]))
        {
            if (JsonObjectForm.Text(target["id"]) is { } id)
                yield return new(id, JsonObjectForm.IsTrue(target["choice"]) ? $"requirement {id} of {name}, which is no printed value" : $"target {id} of {name}");
        }
    }
}
