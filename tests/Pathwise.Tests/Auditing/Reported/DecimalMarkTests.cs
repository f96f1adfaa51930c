using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Reported;

public sealed class DecimalMarkTests
{
    private const string Header = "id,what,kind,printed,n,place,links,details\n";

    [Theory]
    [InlineData("mean", "2.70", 3214)] // other numbers have points
    [InlineData("mean", "2,70", 3.214)] // other numbers have commas
    [InlineData("count", "2,70", 3214)] // a count has no decimals
    [InlineData("cfi", "2.70", 3.214)] // an index is no thousand
    public void Read_AGroupOfThreeDigits_IsReadAsTheFileAndTheKindSay(string kind, string other, double value) =>
        Assert.Equal((decimal)value, Read($"m,a value,{kind},\"3,214\",28,p1,,\nt,a test,t,\"{other}\",,p1,,\n")["m"].Number!.Value);

    [Theory]
    [InlineData("count", "2,70", 1204)]
    [InlineData("count", "2.70", 1.204)]
    [InlineData("mean", "2,70", 1204)]
    [InlineData("mean", "five", 1.204)]
    [InlineData("p", "2,70", 1.204)]
    public void Read_APointBeforeThreeDigits_SeparatesThousandsInPapersWithCommas(string kind, string other, double value) =>
        Assert.Equal((decimal)value, Read($"m,a value,{kind},1.204,28,p1,,\nt,a test,t,\"{other}\",,p1,,\n")["m"].Number!.Value);

    [Fact]
    public void Read_NothingThatTells_IsRefusedWithBothReadings()
    {
        var message = Assert.Throws<InputException>(() => Read("m,a mean,mean,\"3,214\",28,p1,,items: 1\n")).Message;
        Assert.Contains("line 2: the printed text '3,214' may be 3214 or 3.214", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mean", "scale: 1-7")]
    [InlineData("t", "")]
    [InlineData("effect", "")]
    public void Read_WhatExceedsNoThousand_HasDecimals(string kind, string details) =>
        Assert.Equal(3.214m, Read($"m,a value,{kind},\"3,214\",28,p1,,{details}\n")["m"].Number!.Value);

    [Fact]
    public void Audit_AMeanWithADecimalComma_IsTestedAsOne()
    {
        // 3.214 = 90 / 28, and 3.21 is no thousand.
        var findings = Read("m,a mean,mean,\"3,214\",28,p1,,items: 1\nw,another,mean,\"3,25\",28,p1,,items: 1\n").Audit().Findings;
        Assert.Equal("GRIM", findings[0].Check);
        Assert.Equal(FindingStatus.Consistent, findings[0].Status);
        Assert.Equal(FindingStatus.Consistent, findings[1].Status);
    }

    private static PublishedStatistics Read(string rows)
    {
        using var folder = new StatisticsFolder();
        return PublishedStatistics.Read(folder.Write("s.csv", Header + rows));
    }
}
