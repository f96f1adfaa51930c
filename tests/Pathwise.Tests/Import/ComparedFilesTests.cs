using System.Globalization;
using Pathwise.Import;
using Pathwise.Tests.Documentation;
using Xunit;

namespace Pathwise.Tests.Import;

/// <summary>The page on imports lists every fixture: how many of its cells were compared with those of haven or readxl, or why it is refused.</summary>
public sealed class ComparedFilesTests
{
    private const string Page = "docs/import.md";

    private static readonly string[] Endings = [".sav", ".zsav", ".dta", ".xlsx", ".ods", ".xpt", ".por"];

    private static IEnumerable<string> Files => new[] { "", "made" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.Fixture("import", folder)).Select(file => Path.Combine(folder, Path.GetFileName(file)).Replace('\\', '/')))
        .Where(file => Endings.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal);

    [Fact]
    public void Page_ListsEveryFileWithTheCellsThatWereCompared()
    {
        string[] expected = [.. Files.Select(Row)];
        string[] there = [.. Prose.Table(Page, "| file | cells | alike | alike as meant | else |").Select(row => $"| {string.Join(" | ", row)} |")];
        Assert.True(expected.SequenceEqual(there), $"{Page} should list:\n{string.Join('\n', expected)}");
    }

    private static string Row(string file)
    {
        try
        {
            var ours = SurveyImport.Read(Repository.Fixture("import", file));
            var (cells, meant) = HavenCells.Count(ours, file);
            var faults = HavenCells.Differences(ours, file).Count;
            return string.Create(CultureInfo.InvariantCulture, $"| `{file}` | {Number(cells)} | {Number(cells - meant)} | {meant} | {(faults > 0 ? $"{faults} differ" : Remark(file, cells))} |");
        }
        catch (InputException refusal)
        {
            return $"| `{file}` |  |  |  | refused: {refusal.Message[(refusal.Message.IndexOf(' ', StringComparison.Ordinal) + 1)..]} |";
        }
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Remark(string file, int cells) => (file, cells) switch
    {
        ("made/uncounted.sav", _) => "haven reads no case of it; compared with the file that has the count",
        ("made/good.ods", _) => "compared with readxl's cells of `made/good.xlsx`, of the same sheet",
        ("made/no-cases.sav", _) => "no cases; names and labels compared",
        (_, 0) => "written by hand; compared with what was written in a test of its own",
        _ => "",
    };
}
