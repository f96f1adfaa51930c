using System.Text.RegularExpressions;

namespace Pathwise.Notebooks.Deposit;

/// <summary>
/// Which licence each file is under, as REUSE asks: stated for patterns of paths in .reuse/dep5, or for one file in another of its name
/// with .license behind it. The texts of the licences lie in LICENSES/.
/// </summary>
internal sealed partial class LicenceInformation
{
    public const string Name = ".reuse/dep5";

    private const string Texts = "LICENSES/";
    private const string Aside = ".license";

    private readonly List<(Regex Pattern, string Licence)> _patterns = [];

    private LicenceInformation(string text)
    {
        foreach (var paragraph in Blank().Split(text.ReplaceLineEndings("\n")))
            if (Field(paragraph, "Files") is { } files && Field(paragraph, "License") is { } licence && Field(paragraph, "Copyright") is not null)
                _patterns.AddRange(files.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(pattern => (Pattern(pattern), licence.Split('\n')[0].Trim())));
    }

    /// <summary>Reads what a folder states; nothing, where it states nothing.</summary>
    public static LicenceInformation Read(string root) =>
        new(File.Exists(Path.Combine(root, Name)) ? File.ReadAllText(Path.Combine(root, Name)) : "");

    /// <summary>What is missing for these files (paths from the root), one line each.</summary>
    public IReadOnlyList<string> Faults(IReadOnlyCollection<string> files)
    {
        var stated = files.Where(IsStated).ToList();
        string[] bare = [.. stated.Where(file => Licence(file) is null && !files.Contains(file + Aside))];
        var used = stated.Select(Licence).OfType<string>().SelectMany(licence => Word().Matches(licence).Select(match => match.Value)).Distinct().ToList();
        var given = files.Where(file => file.StartsWith(Texts, StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        return
        [
            .. bare.Length == 0 ? (string[])[] : [$"{bare.Length} of {stated.Count} files have no licence, such as {bare[0]}; state it in {Name}"],
            .. used.Except(given).Select(licence => $"the text of {licence} is missing; expected {Texts}{licence}.txt"),
            .. given.Except(used).Select(licence => $"{Texts}{licence}.txt is the licence of no file"),
        ];
    }

    /// <summary>The licence of a file; null where none is stated.</summary>
    public string? Licence(string file) => _patterns.FindLast(each => each.Pattern.IsMatch(file)).Licence;

    // Texts of licences, and statements of them, have none themselves.
    private static bool IsStated(string file) => !file.StartsWith(Texts, StringComparison.Ordinal) && file != Name && !file.EndsWith(Aside, StringComparison.Ordinal);

    private static string? Field(string paragraph, string name)
    {
        var match = Regex.Match(paragraph, $@"^{name}:(?<text>.*(\n[ \t].*)*)", RegexOptions.Multiline);
        return match.Success && match.Groups["text"].Value.Trim() is { Length: > 0 } text ? text : null;
    }

    // A star stands for any characters, slashes too; a question mark for one.
    private static Regex Pattern(string text) =>
        new("^" + Regex.Escape(text).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$", RegexOptions.Singleline);

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex Blank();

    // Licences joined by these words.
    [GeneratedRegex(@"(?!(?:AND|OR|WITH)\b)[A-Za-z0-9.+-]+")]
    private static partial Regex Word();
}
