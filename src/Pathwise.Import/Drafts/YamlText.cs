using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pathwise.Import.Drafts;

/// <summary>Texts as YAML writes them.</summary>
internal static partial class YamlText
{
    private static readonly string[] Words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    /// <summary>A name: plain where it can be no other value, else in quotes.</summary>
    public static string Name(string name) => Plain().IsMatch(name) && !Words.Contains(name, StringComparer.OrdinalIgnoreCase) ? name : Quoted(name);

    /// <summary>A text in double quotes, on one line.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' || (char.IsSurrogate(letter) && !IsPaired(text)) => string.Create(CultureInfo.InvariantCulture, $"\\u{(char.IsSurrogate(letter) ? 0xFFFD : letter):x4}"),
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A flow mapping of keys and texts: { 1: "never", 5: "always" }.</summary>
    public static string Map(IEnumerable<(string Key, string Text)> entries, bool areNumbers) =>
        $"{{ {string.Join(", ", entries.Select(each => $"{(areNumbers ? each.Key : Quoted(each.Key))}: {Quoted(each.Text)}"))} }}";

    private static bool IsPaired(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || ++i == text.Length || !char.IsLowSurrogate(text[i]))
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.]*$")]
    private static partial Regex Plain();
}
