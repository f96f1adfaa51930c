namespace Pathwise.Tables;

/// <summary>Finds the name that a mistyped one was probably meant to be.</summary>
internal static class NearestName
{
    private const int MostNames = 40;

    // Nobody mistypes a longer name; the distance takes time and memory by the product of the lengths.
    private const int Longest = 200;

    /// <summary>The sentence that says that a name is not there, which is nearest to it, and which there are.</summary>
    public static string Complaint(string source, string wanted, IReadOnlyList<string> names)
    {
        var nearest = To(wanted, names) is { } near ? $"; the nearest name is {Quoted.Clipped(near)}" : "";
        var more = names.Count > MostNames ? $" and {names.Count - MostNames} more" : "";
        var twin = names.FirstOrDefault(name => LookAlikes.Differing(wanted, name) is not null);
        if (twin is not null && LookAlikes.Differing(wanted, twin) is var (typed, there))
            nearest = $"; it has {twin}, which looks alike but is written with {LookAlikes.Name(there)} where this has {LookAlikes.Name(typed)}";
        return $"Not in {source}: {Quoted.Clipped(wanted)}{nearest}. It has: {string.Join(", ", names.Take(MostNames).Select(name => Quoted.Clipped(name)))}{more}.";
    }

    /// <summary>The name with the fewest letters to change, or null when none is near.</summary>
    public static string? To(string wanted, IEnumerable<string> names) => names
        .Where(name => Math.Max(name.Length, wanted.Length) <= Longest)
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
