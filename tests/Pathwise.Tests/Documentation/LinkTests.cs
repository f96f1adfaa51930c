using System.Text.RegularExpressions;
using Pathwise.Notebooks.Documents;
using Xunit;

namespace Pathwise.Tests.Documentation;

public sealed partial class LinkTests
{
    public static TheoryData<string> Files => [.. Prose.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_EveryLinkToAFile_Resolves(string file) =>
        AssertResolve(Prose.Text(file), Repository.Path(Path.GetDirectoryName(file)!));

    [Theory]
    [MemberData(nameof(Files))]
    public void File_EveryPathFromTheRoot_Exists(string file)
    {
        var paths = Quoted().Matches(Prose.Text(file)).Select(match => match.Groups["path"].Value).Where(path => !path.Contains('*', StringComparison.Ordinal));
        Assert.All(paths, path => Assert.True(Path.Exists(Repository.Path(path.TrimEnd('/'))), path));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_EveryTable_BeginsWithItsHeadings(string file)
    {
        var lines = Prose.Text(file).Split('\n');
        var broken = Enumerable.Range(0, lines.Length - 1)
            .Where(i => lines[i].StartsWith('|') && (i == 0 || !lines[i - 1].StartsWith('|')) && !lines[i + 1].StartsWith("|---", StringComparison.Ordinal))
            .Select(i => $"line {i + 1}: {lines[i]}");
        Assert.Empty(broken);
    }

    [Fact]
    public void Notebooks_EveryLinkToAFile_Resolves() => Assert.All(Prose.Notebooks.Values, notebook => Assert.All(
        notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown), cell => AssertResolve(cell.Source, Repository.Path("notebooks"))));

    private static void AssertResolve(string text, string folder)
    {
        var targets = Link().Matches(text).Select(match => match.Groups["target"].Value).Where(target => !target.Contains("://", StringComparison.Ordinal) && target[0] != '#');
        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(folder, target.Split('#')[0])), target));
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(data|docs|src|tests|notebooks|environment)/[\w./*-]+)`")]
    private static partial Regex Quoted();
}
