using System.Text.RegularExpressions;
using Pathwise.Auditing.Reported;
using Pathwise.Surveys;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Documentation;

/// <summary>The counts that the pages of data/ state, against the files.</summary>
public sealed class DataPagesTests
{
    private static readonly string Page = Prose.Running("data/README.md");

    [Fact]
    public void Data_EveryFileOfTheTable_HasItsRows()
    {
        foreach (var row in Prose.Table("data/README.md", "| file | what | rows | made by |"))
        {
            var path = Repository.Path("data", row[0].Trim('`'));
            string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*.csv") : [path];
            Assert.NotEmpty(files);
            Assert.All(files, file => Assert.Equal(int.Parse(row[2].Split(' ')[0]), DataTable.Read(file).Count));
        }
    }

    [Fact]
    public void Data_WhatCleaningLeavesOut_IsCountedAsItDoes()
    {
        var report = SurveyData.Read(Repository.Path("data", "raw", "executives.csv")).Clean();
        var stated = Regex.Match(Page, "Around the (?<usable>[0-9]+): (?<list>.*?)\\. ?- ");
        Assert.Equal(report.Usable, int.Parse(stated.Groups["usable"].Value));
        var counts = Regex.Matches(stated.Groups["list"].Value, @"\((?<n>[0-9]+)\)").Select(match => int.Parse(match.Groups["n"].Value)).ToList();
        Assert.Equal(report.Steps.Select(step => step.LeftOut).Order(), counts.Order());
        Assert.Equal(report.Started - report.Usable, counts.Sum());
    }

    [Fact]
    public void Data_DepartmentsOfTheUsable_AreAsStated()
    {
        var departments = SurveyData.Read(Repository.Path("data", "raw", "executives.csv")).Clean().Data.Frequencies("department");
        Assert.Contains($"({string.Join(", ", departments.Select(row => row.Count))})", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_InvitationsAndReplies_AreAsStated()
    {
        var survey = SurveyData.Read(Repository.Path("data", "raw", "academics.csv"));
        var invited = survey.Where("duplicate", "no");
        var raters = invited.Where("response", "answered");
        Assert.Contains(
            $"{invited.Count} invited, {invited.Frequencies("response")["opted out"].Count} opted out, {raters.Count} answers "
            + $"({raters.Where("wave", "1", "2").Count} and {raters.Where("wave", "3").Count})", Page, StringComparison.Ordinal);
        Assert.Contains($"{survey.Count - invited.Count} addresses that were on both lists", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_TopicsWithoutAName_AreThoseCounted()
    {
        var topics = SurveyData.Read(Repository.Path("data", "raw", "academics.csv")).Codebook.Scale("topics").Items;
        Assert.Equal(14, topics.Count(topic => Regex.IsMatch(topic.Title, "^topic [0-9]+$", RegexOptions.IgnoreCase)));
        Assert.Contains("Fourteen topics have no known name and are called \"topic 7\" to \"topic 20\"", Page, StringComparison.Ordinal);
        Assert.Equal(20, topics.Count);
    }

    [Fact]
    public void Alternatives_EachFile_HasTheAnswersStated()
    {
        var files = Directory.GetFiles(Repository.Path("data", "alternatives"), "*.csv").Select(file => DataTable.Read(file)).ToList();
        var page = Prose.Running("data/alternatives/README.md");
        Assert.All(files, file => Assert.Contains($"Each file holds {file.Count} answers to {file.Names.Count(name => name != "id")} items", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Published_EveryKindAndField_IsExplained()
    {
        var page = Prose.Running("data/published/README.md");
        Assert.All(StatisticKindText.All.Split(", "), kind => Assert.Contains(kind, page, StringComparison.Ordinal));
        Assert.Equal(StatisticFields.Known.Order(), Prose.Table("data/published/README.md", "| field | what |").Select(row => row[0]).Order());
    }

    [Fact]
    public void Evidence_EveryTable_HasAsManyRowsAsThePageSays()
    {
        string Count(string file) => NumberWords.Word(DataTable.Read(Repository.Path("data", "evidence", file + ".csv")).Count.ToString());
        var page = Prose.Running("data/evidence/README.md");
        Assert.Contains($"process of the {Count("processes")}", page, StringComparison.Ordinal);
        Assert.Contains($"topic of the {Count("topics")}", page, StringComparison.Ordinal);
        Assert.Contains($"Table 2 lists {Count("articles")} of the 34 articles", page, StringComparison.Ordinal);
        var listed = Prose.Table("data/evidence/README.md", "| file | one row for each | from |").Select(row => row[0]);
        Assert.Equal(Directory.GetFiles(Repository.Path("data", "evidence"), "*.csv").Select(Path.GetFileName).Order(), listed.Order());
    }
}
