using System.Text;

namespace Pathwise.Export.Scripts;

/// <summary>Text in R.</summary>
internal static class RText
{
    /// <summary>A string of R on one line.</summary>
    public static string Quote(string text) => $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(@"\n")}\"";

    /// <summary>A string of R that keeps its lines, between apostrophes.</summary>
    public static string Lines(string text) => $"'\n{text.ReplaceLineEndings("\n").Trim('\n').Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}\n'";

    /// <summary>A vector of strings.</summary>
    public static string Vector(IEnumerable<string> texts) => $"c({string.Join(", ", texts.Select(Quote))})";

    /// <summary>A vector of numbers.</summary>
    public static string Vector(IEnumerable<double> values) => $"c({string.Join(", ", values.Select(AnalysedData.Number))})";

    public static string Truth(bool value) => value ? "TRUE" : "FALSE";

    /// <summary>Lines of comment, each at most about 100 letters.</summary>
    public static string Comment(string text)
    {
        var lines = new StringBuilder("#");
        var width = 1;
        foreach (var word in text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (width + word.Length > 100 && width > 1)
            {
                lines.Append("\n#  ");
                width = 3;
            }

            lines.Append(' ').Append(word);
            width += word.Length + 1;
        }

        return lines.Append('\n').ToString();
    }
}
