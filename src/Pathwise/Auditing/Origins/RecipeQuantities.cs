using System.Text.Json.Nodes;
using Pathwise.Tables;

namespace Pathwise.Auditing.Origins;

/// <summary>
/// What a recipe gave to a file of data, under the names of the file and of the column: <c>answers.region</c> for a quota or a
/// value, <c>answers.t1</c> for a total of ratings, <c>answers.ratings</c> for all of these together, <c>answers.rows</c> for the
/// number of rows of each sort.
/// </summary>
internal static class RecipeQuantities
{
    /// <summary>The quantities of a recipe.</summary>
    public static IEnumerable<GivenQuantity> Of(string path, string data)
    {
        var root = JsonForm.Parse<JsonObject>(File.ReadAllText(path), path, "recipe", JsonObjectForm.Plain);
        var entries = Columns(root).Concat(Ratings(root)).Append("rows").Distinct(StringComparer.Ordinal);
        return entries.Select(entry => new GivenQuantity($"{Path.GetFileNameWithoutExtension(data)}.{entry}", $"entry '{entry}' of {Path.GetFileName(path)}"));
    }

    private static IEnumerable<string> Columns(JsonObject root) =>
        from rows in JsonObjectForm.Objects(root["unusable"]).Append(root["usable"] as JsonObject ?? [])
        from column in JsonObjectForm.Names(rows["values"]).Concat(JsonObjectForm.Objects(rows["quotas"]).Select(quota => JsonObjectForm.Text(quota["column"]) ?? ""))
        where column.Length > 0
        select column;

    private static IEnumerable<string> Ratings(JsonObject root)
    {
        var ratings = (root["answers"] as JsonObject)?["ratings"];
        var items = JsonObjectForm.Objects((ratings as JsonObject)?["items"]).Select(item => JsonObjectForm.Text(item["name"])).OfType<string>();
        return ratings is null ? [] : items.Append("ratings");
    }
}
