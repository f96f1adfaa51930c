using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Cli.Console;
using Xunit;

namespace Pathwise.Tests.Cli.Console;

public sealed class ScorecardConsoleTests
{
    [Fact]
    public void Write_TheWholeScorecard_ShowsEveryValueThenTheCounts()
    {
        var text = Written(Verdict.Reproduced, isWhole: true);
        Assert.StartsWith("Of 2 published values 1 was compared", text, StringComparison.Ordinal);
        Assert.Contains("cases [all]", text, StringComparison.Ordinal);
        Assert.Contains("It was lost.", text, StringComparison.Ordinal);
        Assert.Equal("1 reproduced, 0 compatible, 0 differs, 0 met by construction, 0 taken from the paper, 1 not recomputable", text.TrimEnd().Split('\n')[^1]);
    }

    [Theory]
    [InlineData(Verdict.Differs, "cases [all]")]
    [InlineData(Verdict.Reproduced, "No value differs from the printed one.")]
    public void Write_WhatNeedsALook_ShowsWhatDiffersAlone(Verdict verdict, string expected)
    {
        var text = Written(verdict, isWhole: false);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain("It was lost.", text, StringComparison.Ordinal);
        Assert.EndsWith("1 not recomputable", text.TrimEnd(), StringComparison.Ordinal);
    }

    private static string Written(Verdict verdict, bool isWhole)
    {
        var path = Path.GetTempFileName() + ".csv";
        File.WriteAllText(path, "id,what,kind,printed,n,df,place,links,details,notebook,why\na,cases [all],count,3,,,T,,,01-x,\nb,other,count,4,,,T,,,,It was lost.\n");
        var scorecard = Scorecard.Of(PublishedStatistics.Read(path), [new CollectedCheck("a", "3", verdict, null, "01-x", "c")]);
        File.Delete(path);
        using var writer = new StringWriter();
        ScorecardConsole.Write(Terminal.On(writer), scorecard, isWhole);
        return writer.ToString();
    }
}
