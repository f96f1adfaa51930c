using Pathwise.Import;
using Pathwise.Import.Contents;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Import.Services;

public sealed class GridReaderTests
{
    [Fact]
    public void Read_Qualtrics_TakesTheWordingAndLeavesPreviewsOut()
    {
        var file = Read(
            "StartDate,Status,ResponseId,Q1_1,Q1_2,Q9,DistributionChannel\n"
            + "Start Date,Response Type,Response ID,\"How much do you agree? - We plan\ntogether\",How much do you agree? - We share,Which?,Distribution Channel\n"
            + "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1_1\"\"}\",\"{\"\"ImportId\"\":\"\"QID1_2\"\"}\",\"{\"\"ImportId\"\":\"\"QID9\"\"}\",\"{\"\"ImportId\"\":\"\"distributionChannel\"\"}\"\n"
            + "2024-01-02 10:00:00,0,R_1,5,7,\"1,2\",anonymous\n"
            + "2024-01-02 11:00:00,1,R_2,1,1,1,preview\n"
            + "2024-01-02 12:00:00,0,R_3,3,,\"2,3\",anonymous\n");
        Assert.Equal(2, file.Count);
        Assert.StartsWith("export of Qualtrics", file.Form, StringComparison.Ordinal);
        Assert.Equal(["5", "3"], file.Column("Q1_1").Cells);
        Assert.Equal("How much do you agree? - We plan\ntogether", file.Column("Q1_1").Text);
        Assert.Equal(["1,2", "2,3"], file.Column("Q9").Cells);
        Assert.Equal(["2024-01-02T10:00:00", "2024-01-02T12:00:00"], file.Column("StartDate").Cells);
        Assert.Contains(file.Decisions, decision => decision.StartsWith("1 response is a preview and was left out (line 6)", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_SurveyMonkey_JoinsTheTwoRowsOfHeadings()
    {
        var file = Read(
            "Respondent ID,Collector ID,How satisfied are you?,Rate each,,Anything else?\n"
            + ",,Response,Price,Service,Open-Ended Response\n"
            + "11,2,4,5,3,no\n12,2,2,1,,\n");
        Assert.Equal(["Respondent_ID", "Collector_ID", "q1", "q2_1", "q2_2", "q3"], file.Columns.Select(column => column.Name));
        Assert.Equal(["How satisfied are you?", "Rate each: Price", "Rate each: Service", "Anything else?"], file.Columns.Skip(2).Select(column => column.Text));
        Assert.Equal(["5", "1"], file.Column("q2_1").Cells);
    }

    [Fact]
    public void Read_LimeSurvey_NamesArraysAndTakesWordingFromHeadings()
    {
        var file = Read("\"id\",\"submitdate\",\"lastpage\",\"startlanguage\",\"Q1[SQ001]\",\"Q1[SQ002]\",\"Q2. How old are you?\"\n\"1\",\"2024-01-02 10:00:00\",\"3\",\"de\",\"4\",\"N/A\",\"31\"\n\"2\",\"\",\"1\",\"de\",\"5\",\"2\",\"\"\n");
        Assert.Equal(["id", "submitdate", "lastpage", "startlanguage", "Q1_SQ001", "Q1_SQ002", "Q2"], file.Columns.Select(column => column.Name));
        Assert.Equal("How old are you?", file.Column("Q2").Text);
        Assert.Equal([new MissingReason("N/A", "N/A", false, 1)], file.Column("Q1_SQ002").Missing);
        Assert.Contains("LimeSurvey", file.Form, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Redcap_IsLabelledByItsDictionary()
    {
        using var dictionary = new TemporaryFile(
            "\"Variable / Field Name\",\"Form Name\",\"Field Type\",\"Field Label\",\"Choices, Calculations, OR Slider Labels\"\n"
            + "record_id,a,text,Record,\nsat,a,radio,How satisfied?,\"1, not at all | 2, a bit, but little | 99, prefer not to say\"\nwhy,a,checkbox,Why?,\"1, price | 2, service\"\nok,a,yesno,Fine?,\n");
        using var data = new TemporaryFile("record_id,sat,why___1,why___2,ok\n1,2,1,0,1\n2,99,0,0,0\n");
        var file = SurveyImport.Read(data.Path, new() { Dictionary = dictionary.Path });
        Assert.Equal("How satisfied?", file.Column("sat").Text);
        Assert.Equal([new("1", "not at all"), new("2", "a bit, but little"), new("99", "prefer not to say")], file.Column("sat").Labels);
        Assert.Equal([new MissingReason("99", "prefer not to say", false, 1)], file.Column("sat").Missing);
        Assert.Equal("Why?: service", file.Column("why___2").Text);
        Assert.Equal([new("0", "No"), new("1", "Yes")], file.Column("ok").Labels);
    }

    [Fact]
    public void Read_SoSci_ProposesItsCodes()
    {
        var file = Read("CASE\tSERIAL\tQUESTNNR\tSTARTED\tTR01_01\tTR01_02\nInterview-Nummer\tSeriennummer\tFragebogen\tBeginn\tVertrauen: offen\tVertrauen: ehrlich\n10\t\tbase\t2024-01-02 10:00:00\t4\t-9\n11\t\tbase\t2024-01-02 10:05:00\t-1\t5\n");
        Assert.Equal(2, file.Count);
        Assert.Equal("Vertrauen: ehrlich", file.Column("TR01_02").Text);
        Assert.Equal([new MissingReason("-9", "not answered", false, 1)], file.Column("TR01_02").Missing);
        Assert.Equal([new MissingReason("-1", "don't know", false, 1)], file.Column("TR01_01").Missing);
        Assert.Equal(["-1"], file.Column("TR01_01").Missing.Select(missing => missing.Code));
    }

    [Fact]
    public void Read_LabelsInsteadOfCodes_BecomeCodesOfTheScaleThatFitsMostColumns()
    {
        var file = Read(
            "Timestamp,We plan together,We share what we know,Comment\n"
            + "1/13/2024 10:00:00,Strongly agree,Somewhat agree,good\n"
            + "1/14/2024 10:00:00,Agree,Don't know,\n"
            + "2/1/2024 9:00:00,Strongly disagree,Neither agree nor disagree,fine\n");
        Assert.Equal(["Timestamp", "We_plan_together", "q3", "Comment"], file.Columns.Select(column => column.Name));
        Assert.Equal(["7", "6", "1"], file.Columns[1].Cells);
        Assert.Equal(["5", "Don't know", "4"], file.Columns[2].Cells);
        Assert.Equal(7, file.Columns[1].Labels.Count);
        Assert.Equal(["2024-01-13T10:00:00", "2024-01-14T10:00:00", "2024-02-01T09:00:00"], file.Columns[0].Cells);
    }

    [Theory]
    [InlineData("7 - strongly agree|1 - strongly disagree|4", "7 1 4", "1 strongly disagree, 7 strongly agree")]
    [InlineData("5 (very often)|3|1 (never)", "5 3 1", "1 never, 5 very often")]
    [InlineData("0012|0013|0014", "0012 0013 0014", "")]
    [InlineData("5 years|5 months|3", "5 years 5 months 3", "")]
    [InlineData("3|4|four", "3 4 four", "")]
    [InlineData("31.12.2010|1.2.2011|3.4.2011", "2010-12-31 2011-02-01 2011-04-03", "")]
    [InlineData("1/2/2010|3/4/2010|5/6/2010", "1/2/2010 3/4/2010 5/6/2010", "")]
    public void Read_Columns_AreWhatTheirCellsAre(string cells, string expected, string labels)
    {
        var file = Read($"x,y\n{string.Join('\n', cells.Split('|').Select(cell => cell + ",1"))}\n");
        Assert.Equal(expected, string.Join(' ', file.Columns[0].Cells));
        Assert.Equal(labels, string.Join(", ", file.Columns[0].Labels.Select(label => $"{label.Code} {label.Text}")));
    }

    [Fact]
    public void Read_AWordAmongManyNumbers_IsNamedByItsLine()
    {
        var file = Read("x\n1\n2\n3\n4\nfour\n5\n6\n7\n");
        Assert.Equal([new Misfit(6, "x", "four", "not a number as the others; the column was kept as texts")], file.Misfits);
        Assert.Equal(CellContent.Text, file.Columns[0].Content);
    }

    private static ImportedFile Read(string text)
    {
        using var file = new TemporaryFile(text);
        return SurveyImport.Read(file.Path);
    }
}
