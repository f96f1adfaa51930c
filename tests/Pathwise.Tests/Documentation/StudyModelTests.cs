using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Pathwise.Tests.Documentation;

/// <summary>A notebook shows the study's models to its reader; what it shows is the file that tests and peers read.</summary>
public sealed partial class StudyModelTests
{
    private static readonly string[] Files = ["s1-final-model.lav", "s1-starting-model.lav"];

    [Fact]
    public void Notebooks_EveryScaleThatACellWrites_IsThatOfTheModelsFiles()
    {
        HashSet<string> known = [.. Files.SelectMany(file => Scales(File.ReadAllText(Repository.Path("data", "published", file))))];
        string[] factors = [.. known.Select(scale => scale[..scale.IndexOf(' ', StringComparison.Ordinal)]).Distinct()];
        var written =
            from file in Directory.GetFiles(Repository.Path("notebooks"), "*.ipynb")
            from cell in JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("cells").EnumerateArray()
            where cell.GetProperty("cell_type").GetString() == "code"
            from scale in Scales(string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString())))
            where factors.Contains(scale[..scale.IndexOf(' ', StringComparison.Ordinal)])
            select (Notebook: Path.GetFileName(file), Scale: scale);
        Assert.True(written.Count() >= 11);
        Assert.All(written, each => Assert.Contains(each.Scale, known));
    }

    private static IEnumerable<string> Scales(string text) => Scale().Matches(text).Select(match => Spaces().Replace(match.Value.Trim(), " "));

    [GeneratedRegex(@"^\s*[a-z]+\s*=~\s*[a-z0-9]+( \+ [a-z0-9]+)*\s*$", RegexOptions.Multiline)]
    private static partial Regex Scale();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
