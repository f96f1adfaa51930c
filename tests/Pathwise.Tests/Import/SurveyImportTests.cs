using Pathwise.Import;
using Pathwise.Import.Contents;
using Pathwise.Import.Drafts;
using Pathwise.Surveys;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Import;

public sealed class SurveyImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-import-").FullName;

    public static TheoryData<string> StatisticsFiles => [.. HavenCells.Files];

    public static TheoryData<string> GoodFiles =>
    [
        .. new[] { "", "made" }.SelectMany(folder => Directory.EnumerateFiles(Repository.Fixture("import", folder)).Select(file => Path.Combine(folder, Path.GetFileName(file))))
            .Where(file => Path.GetExtension(file) is ".sav" or ".zsav" or ".dta" or ".xlsx" or ".ods")
            .Where(file => Path.GetFileNameWithoutExtension(file) is not ("tough" or "errors" or "mixed")),
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(StatisticsFiles))]
    public void Read_FilesOfSpssAndStata_HaveHavensCellsAndLabels(string file) =>
        Assert.Empty(HavenCells.Differences(SurveyImport.Read(Repository.Fixture("import", file)), file));

    [Theory]
    [InlineData("h.xlsx")]
    [InlineData("made/good.xlsx")]
    [InlineData("made/good.ods")]
    public void Read_AWorkbook_HasReadxlsCells(string file) =>
        Assert.Empty(HavenCells.Differences(SurveyImport.Read(Repository.Fixture("import", file)), file));

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public void WriteDraft_OfEveryFile_IsReadByTheSurveyReaderWithTheSameCells(string file)
    {
        var imported = SurveyImport.Read(Repository.Fixture("import", file));
        imported.WriteDraft(_folder);
        if (imported.Count == 0)
            return;
        var survey = SurveyData.Read(Path.Combine(_folder, "answers.csv"));
        Assert.Equal(imported.Columns.Select(column => column.Name), survey.Table.Names);
        foreach (var column in imported.Columns)
        {
            var missing = column.Missing.Where(each => each.IsDeclared || !Pathwise.Tables.Number.IsNumber(each.Code)).Select(each => each.Code).ToHashSet();
            Assert.Equal(column.Cells.Select(cell => cell is null or "NA" || missing.Contains(cell) ? null : cell), survey.Table.Texts(column.Name));
        }
    }

    [Theory]
    [InlineData("h.xpt", "transport file of SAS")]
    [InlineData("p.por", "portable file of SPSS")]
    [InlineData("tough.xlsx", "H2 holds a formula that was never calculated")]
    [InlineData("made/errors.xlsx", "B2 (#DIV/0!), B3 (#N/A) hold errors")]
    [InlineData("made/errors.ods", "B2 holds an error (#DIV/0!)")]
    [InlineData("made/mixed.xlsx", "cell A3 is the number 40239.5 where A2 is the date 2010-03-01")]
    [InlineData("made/mixed.ods", "cell A3 is the number 40239.5 where A2 is the date 2010-03-01")]
    public void Read_WhatCannotBeImported_IsRefusedInOneLine(string file, string expected)
    {
        var refusal = Assert.Throws<InputException>(() => SurveyImport.Read(Repository.Fixture("import", file)));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "holds no sheet (it is empty)")]
    [InlineData("PK\x03\x04", "truncated or damaged")]
    [InlineData("\x1F\x8B", "compressed by gzip")]
    [InlineData("<html><body>", "in XML or HTML")]
    [InlineData("{\"a\": 1}", "is JSON")]
    [InlineData("a\0b\0\0\0\0\0\x01", "is no text")]
    [InlineData("a,b\n\"1,2\n3,4\n", "line 2: a quotation mark is never closed")]
    [InlineData("a,b\n", "has headings but no cases")]
    [InlineData("Variable / Field Name,Field Label,Field Type,\"Choices, Calculations, OR Slider Labels\"\nx,X,text,\n", "data dictionary of REDCap")]
    public void Read_OtherBytes_AreRefused(string bytes, string expected)
    {
        using var file = new TemporaryFile(System.Text.Encoding.Latin1.GetBytes(bytes), ".sav");
        Assert.Contains(expected, Assert.Throws<InputException>(() => SurveyImport.Read(file.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("h_byte.sav")]
    [InlineData("h_none.sav")]
    [InlineData("h_zlib.zsav")]
    [InlineData("h_v12.dta")]
    [InlineData("h_v15.dta")]
    [InlineData("h.xlsx")]
    [InlineData("small.ods")]
    public void Read_AFileCutOffAnywhere_IsRefused(string name)
    {
        var whole = File.ReadAllBytes(Repository.Fixture("import", name));
        for (var length = 8; length < whole.Length; length += Math.Max(1, whole.Length / 60))
        {
            using var file = new TemporaryFile(whole[..length]);
            Assert.Throws<InputException>(() => SurveyImport.Read(file.Path));
        }
    }

    [Fact]
    public void Read_ProtectedAndOldOfficeFiles_AreToldApart()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];
        using var old = new TemporaryFile(compound, ".xls");
        using var locked = new TemporaryFile([.. compound, .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")], ".xlsx");
        Assert.Contains("older form of Office", Assert.Throws<InputException>(() => SurveyImport.Read(old.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("protected by a password", Assert.Throws<InputException>(() => SurveyImport.Read(locked.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MoreThanCanBeImported_IsRefusedBeforeItIsRead()
    {
        var path = Path.Combine(_folder, "huge.csv");
        using (var file = new FileStream(path, FileMode.CreateNew))
            file.SetLength(300L << 20);
        Assert.Contains("has 300 MB", Assert.Throws<InputException>(() => SurveyImport.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_AnUnknownName_IsAnsweredByThoseThereAre()
    {
        var file = SurveyImport.Read(Repository.Fixture("import", "h_byte.sav"));
        Assert.Equal(20, file.Column("weight").Numbers().Count);
        Assert.Contains("It has: col1", Assert.Throws<InputException>(() => file.Column("x99")).Message, StringComparison.Ordinal);
        Assert.Contains("expected numbers", Assert.Throws<InputException>(() => file.Column("comment").Numbers()).Message, StringComparison.Ordinal);
    }
}
