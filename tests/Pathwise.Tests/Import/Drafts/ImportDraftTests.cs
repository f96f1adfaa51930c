using Pathwise.Import;
using Pathwise.Import.Drafts;
using Pathwise.Surveys;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Import.Drafts;

public sealed class ImportDraftTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-draft-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WriteDraft_OfItems_GuessesScalesFromNamesAndRangesFromLabels()
    {
        SurveyImport.Read(Repository.Fixture("import", "made/byte.sav")).WriteDraft(_folder);
        var codebook = Codebook.Read(Path.Combine(_folder, "answers.codebook.yaml"));
        Assert.Equal(["trust", "fair"], codebook.Scales.Select(scale => scale.Name));
        Assert.Equal(["trust1", "trust2", "trust3", "trust4"], codebook.Scales[0].ItemNames);
        Assert.Equal(new AnswerRange(1, 5), codebook.Scales[0].Items[0].Range);
        Assert.Equal("Trust, question 1", codebook.Scales[0].Items[0].Text);
        Assert.Equal("strongly agree", codebook.Scales[0].Labels[5]);
        Assert.Equal(ColumnKind.Identifier, codebook.Column("id").Kind);
        Assert.Equal(ColumnKind.Time, codebook.Column("when").Kind);
        Assert.Equal("Antwerp, in the north", codebook.Column("city").Values["Antwerpen-Noord"]);
    }

    [Fact]
    public void WriteDraft_OfNumbersThatMayBeMissing_ProposesAndDoesNotApply()
    {
        var rows = string.Concat(Enumerable.Range(0, 20).Select(i => $"{(i % 5) + 1},{(i == 3 ? 99 : (i % 3) + 2)}\n"));
        using var file = new TemporaryFile("q1,q2\n" + rows);
        SurveyImport.Read(file.Path).WriteDraft(_folder);
        var text = File.ReadAllText(Path.Combine(_folder, "answers.codebook.yaml"));
        Assert.Contains("# missing: { \"99\": \"far from the other values\" }  # a guess", text, StringComparison.Ordinal);
        Assert.Equal(99, SurveyData.Read(Path.Combine(_folder, "answers.csv")).Table.Numbers("q2")[3]);
    }

    [Fact]
    public void WriteDraft_OfAnswersThatAreSeveral_TakesThemForNoChoice()
    {
        using var file = new TemporaryFile("tools,land\n" + string.Concat(Enumerable.Repeat("\"1,3\",be\n2,nl\n\"1,3\",be\n", 5)));
        SurveyImport.Read(file.Path).WriteDraft(_folder);
        var codebook = Codebook.Read(Path.Combine(_folder, "answers.codebook.yaml"));
        Assert.Equal((ColumnKind.Text, ColumnKind.Choice), (codebook.Column("tools").Kind, codebook.Column("land").Kind));
    }

    [Fact]
    public void WriteDraft_WhereFilesAre_ReplacesThemOnlyWhenAsked()
    {
        var file = SurveyImport.Read(Repository.Fixture("import", "small.ods"));
        File.WriteAllText(Path.Combine(_folder, "answers.codebook.yaml"), "mine");
        Assert.Contains("is there already", Assert.Throws<InputException>(() => file.WriteDraft(_folder)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "answers.csv")));
        file.WriteDraft(_folder, mayReplace: true);
        Assert.NotEqual("mine", File.ReadAllText(Path.Combine(_folder, "answers.codebook.yaml")));
    }

    [Theory]
    [InlineData("a: \"b\" # c, { d } [e] 'f' \\ \t")]
    [InlineData("- x\r\ny")]
    [InlineData("null")]
    [InlineData("\u2028 \u0007 \uFEFF 日本 😀 é")]
    public void WriteDraft_OfAnyWording_IsReadBackAsItWas(string wording)
    {
        using var file = new TemporaryFile($"q1,q2,q3\n{Csv(wording)},b,{Csv(wording)}\n1,2,3\n5,4,3\n3,3,4\n");
        SurveyImport.Read(file.Path).WriteDraft(_folder);
        var read = Codebook.Read(Path.Combine(_folder, "answers.codebook.yaml"));
        Assert.Contains(read.Items.Select(item => item.Text).Concat(read.Columns.Select(column => column.Text)), text => text.ReplaceLineEndings("\n") == wording.Trim().ReplaceLineEndings("\n") || text == "q1");
    }

    private static string Csv(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
