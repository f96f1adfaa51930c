using Pathwise.Reporting;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Surveys;

public sealed class SurveyDataTests
{
    private const string Good = "a,2010-03-01T09:30,41,fine,red,1,5,7\nb,,,,,NA,2,9\n";

    [Fact]
    public void Read_CellsThatFit_AreKept()
    {
        using var survey = new SmallSurvey(Good);
        var data = survey.Read();
        Assert.Equal(2, data.Count);
        Assert.Equal([1, double.NaN], data.Table.Numbers("c1"));
        Assert.Equal([7.0, 9.0], data.Table.Numbers("j1"));
    }

    [Fact]
    public void Read_CodesOfTheCodebookAndTheCaller_AreMissing()
    {
        using var survey = new SmallSurvey("a,-,-99,fine,red,1,-99.0,77\n", "missing: [-99, '-']\n" + SmallSurvey.Codebook);
        var data = SurveyData.Read(survey.Csv, Codebook.Read(survey.CodebookPath), new() { Missing = ["77"] });
        Assert.Equal([double.NaN, double.NaN, double.NaN], [.. data.Table.Numbers("age"), .. data.Table.Numbers("c2"), .. data.Table.Numbers("j1")]);
        Assert.Null(data.Table.Texts("finished")[0]);
        Assert.Equal("1", data.Table.Texts("c1")[0]);
    }

    [Fact]
    public void Read_CodesOfAColumnOrAScale_AreMissingThereAndCountedByReason()
    {
        var codebook = SmallSurvey.Codebook
            .Replace("text: years }", "text: years, missing: { 99: no answer } }", StringComparison.Ordinal)
            .Replace("title: Calm", "title: Calm\n    missing: { 8: don't know, 9: no answer }", StringComparison.Ordinal)
            .Replace("text: I am quiet. }", "text: I am quiet., missing: { 8: not asked, \".a\": refused } }", StringComparison.Ordinal)
            .Replace("title: Joy", "title: Joy\n    decimals: true", StringComparison.Ordinal);
        using var survey = new SmallSurvey("a,2010-03-01,99,,red,8,8.0,9\nb,2010-03-01,9,,red,9,8,1\nc,2010-03-01,8,,red,.a,3,1\n", codebook);
        var report = survey.Read().Clean();
        Assert.Equal([double.NaN, 9, 8], survey.Read().Table.Numbers("age"));
        Assert.Equal([double.NaN, double.NaN, double.NaN], survey.Read().Table.Numbers("c1"));
        Assert.Equal(9, survey.Read().Table.Numbers("j1")[0]);
        Assert.Equal(
            ["no answer: 2 of age, c1", "not asked: 1 of c1", "refused: 1 of c1", "don't know: 2 of c2"],
            report.Missing.Select(missing => $"{missing.Reason}: {missing.Answers} of {string.Join(", ", missing.Columns)}"));
        Assert.Equal(["99", "9"], report.Missing[0].Codes);
        Assert.Contains("Missing answers, don't know (8): 2 in 1 column of the raw file.", Pathwise.Reporting.Designs.SurveyDesign.Of(report).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CodesOfTheWholeCodebook_AreMissingInEveryColumnButIdentifiersAndCountedByReason()
    {
        var codebook = "missing: { 9: no answer, -99: not seen }\n" + SmallSurvey.Codebook
            .Replace("title: Calm", "title: Calm\n    missing: { 9: don't know }", StringComparison.Ordinal);
        using var survey = new SmallSurvey("9,-99,9,fine,red,9,-99,-99.0\nb,2010-03-01,41,9,blue,1,5,7\n", codebook);
        var data = SurveyData.Read(survey.Csv, Codebook.Read(survey.CodebookPath), new() { Missing = ["-99"] });
        Assert.Equal(("9", null), (data.Table.Texts("id")[0], data.Table.Texts("finished")[0]));
        Assert.All(["age", "c1", "c2", "j1"], name => Assert.Equal(double.NaN, data.Table.Numbers(name)[0]));
        Assert.Equal(
            ["not seen: 3 of finished, c2, j1", "no answer: 2 of age, remark", "don't know: 1 of c1"],
            data.Clean().Missing.Select(missing => $"{missing.Reason}: {missing.Answers} of {string.Join(", ", missing.Columns)}"));
    }

    [Fact]
    public void Read_CodesWithoutReasons_AreCountedByThemselves()
    {
        using var survey = new SmallSurvey("a,2010-03-01,-99,fine,red,1,-99.0,7\n", "missing: [-99, 77]\n" + SmallSurvey.Codebook);
        var report = survey.Read().Clean();
        Assert.Equal(["-99: 2"], report.Missing.Select(missing => $"{missing.Reason}: {missing.Answers}"));
        Assert.Contains("Missing answers, -99: 2 in 2 columns of the raw file.", Pathwise.Reporting.Designs.SurveyDesign.Of(report).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Recode_WithOtherScales_StaysSyntheticAsTheCodebookSays()
    {
        using var survey = new SmallSurvey(Good, "synthetic: true\n" + SmallSurvey.Codebook);
        Assert.True(survey.Read().WithScales([]).Codebook.IsSynthetic);
    }

    [Fact]
    public void Read_ACodeWithoutAReason_IsRefused()
    {
        using var survey = new SmallSurvey(Good, SmallSurvey.Codebook.Replace("text: years }", "text: years, missing: { 99: '' } }", StringComparison.Ordinal));
        Assert.Contains("the code 99 among the missing of column 'age' has no reason", Assert.Throws<InputException>(survey.Read).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,,,,,1,5,x\n", "line 2, column 'j1': 'x' does not fit; expected a whole number (1 to 7)")]
    [InlineData("a,,,,,1,4.5,1\n", "line 2, column 'c2': '4.5' does not fit; expected a whole number (1 to 5)")]
    [InlineData("a,,,,,1,5,1\n,,,,,1,5,1\n", "line 3, column 'id': the cell is blank; expected an identifier")]
    [InlineData("a,1.3.2010,,,,1,5,1\n", "column 'finished': '1.3.2010' does not fit; expected a date")]
    [InlineData("a,,old,,,1,5,1\n", "column 'age': 'old' does not fit; expected a number")]
    [InlineData("a,,,,green,1,5,1\n", "column 'team': 'green' does not fit; expected red, blue, or blank")]
    public void Read_CellThatCannotBe_NamesLineColumnValueAndExpectation(string rows, string expected)
    {
        using var survey = new SmallSurvey(rows);
        var mistake = Assert.Throws<InputException>(survey.Read);
        Assert.StartsWith(survey.Csv, mistake.Message);
        Assert.Contains(expected, mistake.Message);
    }

    [Fact]
    public void Read_ColumnsThatDiffer_AreNamed()
    {
        using var survey = new SmallSurvey(Good);
        File.WriteAllText(survey.Csv, "id,finished,age,remark,team,c1,c2\na,,,,,1,1\n");
        Assert.Contains("column 'j1' is missing", Assert.Throws<InputException>(survey.Read).Message);
        File.WriteAllText(survey.Csv, SmallSurvey.Header.TrimEnd() + ",j2\na,,,,,1,1,1,1\n");
        Assert.Contains("column 'j2' is not described", Assert.Throws<InputException>(survey.Read).Message);
    }

    [Fact]
    public void Read_NoCodebookBesideTheFile_IsNamed()
    {
        using var survey = new SmallSurvey(Good);
        File.Delete(survey.CodebookPath);
        Assert.Equal($"{survey.CodebookPath} does not exist.", Assert.Throws<InputException>(survey.Read).Message);
    }

    [Fact]
    public void Recode_ReversedItem_ChangesEndsOnceOnly()
    {
        using var survey = new SmallSurvey(Good);
        var recoded = survey.Read().Recode();
        Assert.Equal([1.0, 4.0], recoded.Table.Numbers("c2"));
        Assert.Equal([1, double.NaN], recoded.Table.Numbers("c1"));
        Assert.Same(recoded, recoded.Recode());
    }

    [Fact]
    public void Frequencies_BlankCells_AreNotInTheBase()
    {
        using var survey = new SmallSurvey(Good + "c,,,,blue,1,1,1\nd,,,,blue,1,1,1\n");
        var rows = survey.Read().Frequencies("team");
        Assert.Equal([new Frequency("red", "Red team", 1, 3, 100.0 / 3), new Frequency("blue", "Blue team", 2, 3, 200.0 / 3)], rows);
    }

    [Fact]
    public void Frequencies_NobodyAnswered_HaveNoShare()
    {
        using var survey = new SmallSurvey("a,,,,,1,1,1\n");
        Assert.All(survey.Read().Frequencies("team"), row => Assert.Null(row.Percent));
    }

    [Fact]
    public void Where_Values_KeepsTheCasesThatHoldThem()
    {
        using var survey = new SmallSurvey(Good + "c,,,,blue,1,1,1\n");
        Assert.Equal(["a"], survey.Read().Where("team", "red").Table.Texts("id"));
        Assert.Equal(["a", "c"], survey.Read().Where("team", "red", "blue").Table.Texts("id"));
    }

    [Fact]
    public void ToFrame_BlankCells_AreMissingInTheFrame()
    {
        using var survey = new SmallSurvey(Good);
        var frame = survey.Read().Table.ToFrame();
        Assert.Equal(2, frame.RowCount);
        Assert.Equal(8, frame.ColumnCount);
        Assert.Equal(1, frame.GetColumn<double>("c1").ValueCount);
    }

    [Fact]
    public void Read_AnswersWithDecimals_AreTakenWhereTheScaleAllowsThem()
    {
        const string Rows = "a,,,,,1.5,5,7\nb,,,,,2,3,6\n";
        using var whole = new SmallSurvey(Rows);
        Assert.Contains("'1.5' does not fit; expected a whole number", Assert.Throws<InputException>(() => whole.Read()).Message, StringComparison.Ordinal);
        using var sliding = new SmallSurvey(Rows, SmallSurvey.Codebook.Replace("highest: 5", "highest: 5\n    decimals: true", StringComparison.Ordinal));
        var survey = sliding.Read();
        Assert.Equal(1.5, survey.Table.Numbers("c1")[0]);
        Assert.Equal([true, true, false], survey.Codebook.Items.Select(item => item.HasDecimals));
    }
}
