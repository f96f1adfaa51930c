using System.Security.Cryptography;
using Pathwise.Surveys;
using Pathwise.Synthesis.Export;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Data;

/// <summary>What the shipped raw files must hold: the published counts and means, and nothing that the recipes do not make.</summary>
public sealed class RawDataTests
{
    private static readonly string[] TopFive = ["t01", "t02", "t03", "t04", "t05"];

    [Theory]
    [InlineData("executives")]
    [InlineData("academics")]
    public void Regenerate_FromTheRecipe_GivesTheSameBytes(string survey)
    {
        using var writer = new StringWriter();
        RawExport.Make(Repository.Path("data", "recipes", survey + ".json")).Write(writer);
        Assert.Equal(File.ReadAllText(Repository.Path("data", "raw", survey + ".csv")), writer.ToString());
    }

    [Fact]
    public void Checksums_EveryFileOfTheFolder_IsListedAndUnchanged()
    {
        var folder = Repository.Path("data", "raw");
        var listed = File.ReadAllLines(Path.Combine(folder, "SHA256SUMS")).Select(line => line.Split("  ")).ToDictionary(part => part[1], part => part[0]);
        var files = Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Where(name => name != "SHA256SUMS").ToArray();
        Assert.Equal(files.Order(StringComparer.Ordinal), listed.Keys.Order(StringComparer.Ordinal));
        foreach (var file in files)
            Assert.Equal(listed[file], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file)))));
    }

    [Fact]
    public void Executives_Cleaned_AreTheNinetyTwo()
    {
        var report = Clean("executives");
        Assert.Equal(92, report.Usable);
        Assert.All(report.Steps, step => Assert.True(step.LeftOut > 0, step.Reason));
        Assert.All(report.Data.Codebook.ItemNames, item => Assert.All(report.Data.Table.Numbers(item), answer => Assert.InRange(answer, 1, 7)));
        Assert.Equal([4, 4, 4, 3, 3], report.Data.Codebook.Scales.Select(scale => scale.Items.Count));
    }

    [Fact]
    public void Executives_DepartmentsAndRegions_AreThePublishedOnes()
    {
        var data = Clean("executives").Data;
        Assert.Equal([40, 31, 21], data.Frequencies("department").Select(row => row.Count));
        var regions = data.Frequencies("region");
        Assert.Equal([43, 5, 22, 1], regions.Select(row => row.Count));
        Assert.All(regions, row => Assert.Equal(71, row.Base));
        Assert.Equal([60.6, 7.0, 31.0, 1.4], regions.Select(row => Math.Round(row.Percent!.Value, 1)));
    }

    [Fact]
    public void Academics_Cleaned_AreTheFiftyTwoOf440()
    {
        var report = Clean("academics");
        Assert.Equal(440, report.RemainingAfter("address listed twice"));
        Assert.Equal(424, report.RemainingAfter("opted out"));
        Assert.Equal(52, report.Usable);
        Assert.Equal(32, report.Data.Where("wave", "1", "2").Count);
        Assert.Equal(20, report.Data.Where("wave", "3").Count);
    }

    [Fact]
    public void Academics_Means_AreThePublishedFiveAndNoOtherAboveFive()
    {
        var table = Clean("academics").Data.Table;
        Assert.Equal([5.83, 5.50, 5.43, 5.40, 5.19], TopFive.Select(topic => Math.Round(Mean(table, topic), 2)));
        Assert.Equal(51, table.Numbers("t03").Count(rating => !double.IsNaN(rating)));
        Assert.Equal(277, table.Numbers("t03").Where(rating => !double.IsNaN(rating)).Sum());
        Assert.All(Others(table), topic => Assert.True(Mean(table, topic) <= 5, topic));
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("3", "3")]
    public void Academics_EachSetOfWaves_HasTheSameTopFive(string from, string to)
    {
        var table = Clean("academics").Data.Where("wave", from, to).Table;
        Assert.True(TopFive.Min(topic => Mean(table, topic)) > Others(table).Max(topic => Mean(table, topic)));
    }

    [Fact]
    public void Academics_TopicsWithoutAKnownName_HaveNone()
    {
        var items = Codebook.Read(Repository.Path("data", "raw", "academics.codebook.yaml")).Items;
        Assert.Equal(20, items.Count);
        Assert.Equal(Enumerable.Range(7, 14).Select(number => $"topic {number}"), items.Skip(6).Select(item => item.Title));
    }

    [Theory]
    [InlineData("executives")]
    [InlineData("academics")]
    public void Codebooks_OfSyntheticData_SaySo(string survey) =>
        Assert.StartsWith("SYNTHETIC DATA", Codebook.Read(Repository.Path("data", "raw", survey + ".codebook.yaml")).About);

    [Fact]
    public void Example_PoliticalDemocracy_FitsItsCodebook()
    {
        var data = SurveyData.Read(Repository.Path("data", "examples", "political-democracy.csv"));
        Assert.Equal(75, data.Count);
        Assert.Equal(11, data.Table.Names.Count);
        Assert.Equal(5.0543838, data.Table.Numbers("x1").Average(), 6);
    }

    private static CleaningReport Clean(string survey) => SurveyData.Read(Repository.Path("data", "raw", survey + ".csv")).Clean();

    private static double Mean(DataTable table, string topic) => table.Numbers(topic).Where(rating => !double.IsNaN(rating)).Average();

    private static IEnumerable<string> Others(DataTable table) => table.Names.Where(name => name.StartsWith('t') && !TopFive.Contains(name));
}
