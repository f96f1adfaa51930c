namespace Pathwise.Surveys;

/// <summary>Finds the name that a mistyped one was probably meant to be.</summary>
internal static class NearestName
{
    private const int MostNames = 40;

    /// <summary>The sentence that says that a name is not there, which is nearest to it, and which there are.</summary>
    public static string Complaint(string source, string wanted, IReadOnlyList<string> names)
    {
        var nearest = To(wanted, names) is { } near ? $"; the nearest name is {near}" : "";
        var more = names.Count > MostNames ? $" and {names.Count - MostNames} more" : "";
        return $"Not in {source}: {wanted}{nearest}. It has: {string.Join(", ", names.Take(MostNames))}{more}.";
    }

    /// <summary>The name with the fewest letters to change, or null when none is near.</summary>
    public static string? To(string wanted, IEnumerable<string> names) => names
        .Select(name => (name, distance: Distance(wanted.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(each => each.distance <= (wanted.Length < 2 ? 0 : Math.Max(1, wanted.Length / 3)))
        .OrderBy(each => each.distance)
        .Select(each => each.name)
        .FirstOrDefault();

    // Levenshtein's distance, one row of the table at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
