using System.Text;

namespace Pathwise.Import.Contents;

/// <summary>Makes names that models and codebooks can use, each once.</summary>
internal sealed class DistinctNames
{
    private const int Longest = 64;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The heading where it can be a name and is not taken; else one made from it.</summary>
    /// <param name="heading">What stands in the file.</param>
    /// <param name="otherwise">The name where nothing in the heading can be one.</param>
    public string For(string heading, string otherwise)
    {
        var name = IsSentence(heading) ? otherwise : Fitting(heading, otherwise);
        var free = name;
        for (var i = 2; !taken.Add(free); i++)
            free = $"{name}_{i}";
        return free;
    }

    private static bool IsSentence(string heading) => heading.Length > Longest || heading.Count(char.IsWhiteSpace) > 2;

    private static string Fitting(string heading, string otherwise)
    {
        var name = new StringBuilder();
        foreach (var letter in heading.Trim().TrimEnd(']', ')', '?', ':'))
        {
            if (char.IsLetterOrDigit(letter) || letter is '_' or '.')
                name.Append(letter);
            else if (name.Length > 0 && name[^1] != '_')
                name.Append('_');
        }

        var text = name.ToString().Trim('_');
        return text.Length == 0 || text == "NA" ? otherwise : char.IsLetter(text[0]) ? text : $"v{(text[0] == '.' ? text : "_" + text)}";
    }
}
