using System.Globalization;
using System.Text.RegularExpressions;

namespace Pathwise.Tests.Notebooks;

/// <summary>
/// Other answers of executives, made from the shipped ones by changes that follow from their positions alone, in a folder of data of its own.
/// </summary>
internal static partial class PerturbedAnswers
{
    /// <summary>Every ninth started questionnaire is missing: another number of cases.</summary>
    public static string[][] Fewer(string[][] rows) => [.. rows.Where((_, i) => i % 9 != 7)];

    /// <summary>
    /// In every fourth complete questionnaire performance rises by a point where collaboration is not below its median, else falls by one: a direct path.
    /// </summary>
    public static string[][] Direct(string[][] rows)
    {
        var complete = rows.Where(IsComplete).ToArray();
        var median = complete.Select(Collaboration).Order().ElementAt(complete.Length / 2);
        foreach (var row in complete.Where((_, i) => i % 4 == 3))
        {
            for (var i = 18; i < 24; i++)
                row[i] = Math.Clamp(Number(row[i]) + (Collaboration(row) >= median ? 1 : -1), 1, 7).ToString(CultureInfo.InvariantCulture);
        }

        return rows;
    }

    /// <summary>In three of four complete questionnaires the answers on alignment are those of the seventh one further on: alignment carries nothing.</summary>
    public static string[][] WithoutAlignment(string[][] rows)
    {
        var moved = rows.Where(IsComplete).Where((_, i) => i % 4 != 0).ToArray();
        var alignment = moved.Select(row => row[10..14]).ToArray();
        for (var i = 0; i < moved.Length; i++)
            alignment[(i + 7) % moved.Length].CopyTo(moved[i], 10);
        return rows;
    }

    /// <summary>Writes the repository's data with changed answers of executives into a folder; its codebooks say that somebody gave them.</summary>
    public static void Write(string folder, Func<string[][], string[][]> change)
    {
        var lines = File.ReadAllLines(Repository.Path("data", "raw", "executives.csv"));
        var rows = change([.. lines.Skip(1).Select(line => line.Split(','))]);
        Directory.CreateDirectory(Path.Combine(folder, "raw"));
        foreach (var file in Directory.GetFiles(Repository.Path("data", "raw")))
            File.WriteAllText(Path.Combine(folder, "raw", Path.GetFileName(file)), About().Replace(File.ReadAllText(file).Replace("synthetic: true\n", "", StringComparison.Ordinal), "about: Answers of those who were asked.\n"));
        File.WriteAllLines(Path.Combine(folder, "raw", "executives.csv"), rows.Select(row => string.Join(',', row)).Prepend(lines[0]));
    }

    private static bool IsComplete(string[] row) =>
        row[3] == "yes" && row[2].Length > 0 && row[6..].All(cell => cell is [>= '1' and <= '7']) && row[6..].Distinct().Count() > 1;

    private static int Collaboration(string[] row) => row[6..10].Sum(Number);

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^about: >\n(?:  .*\n)+", RegexOptions.Multiline)]
    private static partial Regex About();
}
