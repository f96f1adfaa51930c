using System.Globalization;

namespace Pathwise.Export.Scripts;

/// <summary>Names for Mplus: at most eight letters, digits and underscores, beginning with a letter, no two alike whatever their capitals.</summary>
internal sealed class MplusNames
{
    private const int Longest = 8;

    private readonly Dictionary<string, string> names = [];
    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);

    public MplusNames(IEnumerable<string> names)
    {
        foreach (var name in names)
            Add(name);
    }

    /// <summary>The name that stands for another.</summary>
    public string this[string name] => names[name];

    /// <summary>The names that had to change, old and new.</summary>
    public IEnumerable<(string Old, string New)> Changed => names.Where(each => each.Key != each.Value).Select(each => (each.Key, each.Value));

    /// <summary>Whether a text has a name here.</summary>
    public bool Has(string name) => names.ContainsKey(name);

    /// <summary>The name of a text, made if there is none.</summary>
    public string Add(string name)
    {
        if (!names.TryGetValue(name, out var made))
            used.Add(names[name] = made = Made(name));
        return made;
    }

    private string Made(string name)
    {
        var clean = new string([.. name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_' ? letter : '_')]);
        if (clean.Length == 0 || !char.IsAsciiLetter(clean[0]))
            clean = "v" + clean.TrimStart('_');
        return Shortened(clean, "") is var plain && !used.Contains(plain)
            ? plain
            : Enumerable.Range(1, int.MaxValue).Select(number => Shortened(clean, number.ToString(CultureInfo.InvariantCulture))).First(other => !used.Contains(other));
    }

    private static string Shortened(string name, string ending) => name[..Math.Min(name.Length, Longest - ending.Length)] + ending;
}
