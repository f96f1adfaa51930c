using Xunit;

namespace Pathwise.Tests.Architecture;

/// <summary>How large the source is, printed for whoever quotes it; with <c>-showLiveOutput</c> it stands on the console.</summary>
public sealed class SourceFiguresTests(ITestOutputHelper output)
{
    [Fact]
    public void Source_ItsFiles_AreAboutAPageLong()
    {
        int[] files = [.. Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories).Select(file => File.ReadLines(file).Count()).Order()];
        Print("files", files);
        Assert.InRange(At(files, 50), 1, 100);
        Assert.InRange(At(files, 90), 1, 199);
    }

    [Fact]
    public void Source_ItsFunctions_AreCounted() => Print("functions", [.. FunctionSizeTests.Functions.Select(function => function.Lines)]);

    private static int At(int[] sorted, int percent) => sorted[sorted.Length * percent / 100];

    private void Print(string what, int[] sorted) => output.WriteLine(
        $"{sorted.Length} {what}, {sorted.Sum()} lines; median {At(sorted, 50)}, nine in ten at most {At(sorted, 90)}, longest {sorted[^1]}");
}
