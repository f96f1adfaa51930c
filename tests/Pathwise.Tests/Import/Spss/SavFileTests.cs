using Pathwise.Import;
using Pathwise.Import.Contents;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Import.Spss;

public sealed class SavFileTests
{
    [Theory]
    [InlineData("h_byte.sav")]
    [InlineData("h_none.sav")]
    [InlineData("h_zlib.zsav")]
    public void Read_UserMissingValues_AreDeclaredWithTheirLabelsAndKept(string file)
    {
        var imported = Read(file);
        Assert.Equal([new MissingReason("-5", "missing, as declared in SPSS", true, 1), new("99", "don't know", true, 2)], imported.Column("col1").Missing);
        Assert.Equal("99", imported.Column("col1").Cells[2]);
        Assert.Equal(20, imported.Count);
    }

    [Theory]
    [InlineData("made/pspp.sav", "UTF-8")]
    [InlineData("made/western.sav", "windows-1252")]
    public void Read_TheEncodingThatTheFileNames_IsUsed(string file, string encoding)
    {
        var imported = Read(file);
        Assert.Equal("Müller", imported.Column("name").Cells[0]);
        Assert.Equal("Zufriedenheit: Größe", imported.Column("q1").Text);
        Assert.Contains(imported.Decisions, decision => decision.Contains(encoding, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Read_RangesAndDiscreteValues_AreMissingTogether()
    {
        var imported = Read("made/byte.sav");
        Assert.Equal(["-2", "-3", "99"], imported.Column("both").Missing.Select(missing => missing.Code));
        Assert.Equal(["-3"], imported.Column("low").Missing.Select(missing => missing.Code));
        Assert.Equal(["zz"], imported.Column("city").Missing.Select(missing => missing.Code));
    }

    [Fact]
    public void Read_AFileWithoutACountOfCases_IsReadToItsEnd()
    {
        var imported = Read("made/uncounted.sav");
        Assert.Equal(4, imported.Count);
        Assert.Contains(imported.Decisions, decision => decision.StartsWith("the header does not say how many cases", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5, "there are 4 cases, and the header says 5")]
    [InlineData(3, "there are more cases than the 3 that the header says")]
    public void Read_AnotherNumberOfCasesThanTheHeaderSays_IsRefused(int said, string expected)
    {
        var bytes = File.ReadAllBytes(Repository.Fixture("import", "made/pspp-plain.sav"));
        BitConverter.GetBytes(said).CopyTo(bytes, 80);
        using var file = new TemporaryFile(bytes, ".sav");
        Assert.Contains(expected, Assert.Throws<InputException>(() => SurveyImport.Read(file.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NumbersInTheOtherOrderOfBytes_AreTheSame()
    {
        using var file = new TemporaryFile(BigEndianSav.Of([3.5, double.MinValue, -2]), ".sav");
        Assert.Equal(["3.5", null, "-2"], SurveyImport.Read(file.Path).Column("X").Cells);
    }

    private static ImportedFile Read(string file) => SurveyImport.Read(Repository.Fixture("import", file));
}
