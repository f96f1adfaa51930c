using Pathwise.Import;
using Pathwise.Import.Contents;
using Xunit;

namespace Pathwise.Tests.Import.Stata;

public sealed class DtaFileTests
{
    [Theory]
    [InlineData("made/v8.dta", "113")]
    [InlineData("made/v10.dta", "114")]
    [InlineData("made/v12.dta", "115")]
    [InlineData("made/v13.dta", "117")]
    [InlineData("made/v14.dta", "118")]
    [InlineData("made/v15.dta", "119")]
    public void Read_ExtendedMissingValues_KeepTheirLetterAndReason(string file, string release)
    {
        var imported = Read(file);
        Assert.EndsWith(release, imported.Form, StringComparison.Ordinal);
        Assert.Equal(["1", ".a", ".z", null, "2"], imported.Column("tagged").Cells);
        Assert.Equal([1, double.NaN, double.NaN, double.NaN, 2], imported.Column("tagged").Numbers());
        Assert.Equal([new MissingReason(".a", "refused", true, 1), new(".z", "not asked", true, 1)], imported.Column("tagged").Missing);
    }

    [Theory]
    [InlineData("made/v13.dta")]
    [InlineData("made/v14.dta")]
    [InlineData("made/v15.dta")]
    public void Read_LongTexts_AreWhole(string file)
    {
        var cells = Read(file).Column("strl").Cells;
        Assert.Equal(string.Concat(Enumerable.Repeat("lang ", 600)), cells[0]);
        Assert.Equal(new string('é', 1500), cells[3]);
    }

    private static ImportedFile Read(string file) => SurveyImport.Read(Repository.Fixture("import", file));
}
