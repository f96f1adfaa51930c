using System.Diagnostics;
using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Tables;

/// <summary>Files in the forms in which other programs write them.</summary>
public sealed class TableReaderTests
{
    private const string Wording = "x,y\n\"How much,\nin all?\",How often?\n\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2_1\"\"}\"\n";

    [Theory]
    [InlineData("row-names.csv", "")]
    [InlineData("header-one-short.csv", "")]
    [InlineData("semicolons.csv", "")]
    [InlineData("tabs.csv", "")]
    [InlineData("index.csv", "")]
    [InlineData("trailing.csv", "")]
    [InlineData("code-99.csv", "-99")]
    [InlineData("code-99.csv", "-99.0")]
    [InlineData("code-dot.csv", ".")]
    [InlineData("code-nan.csv", "NaN")]
    [InlineData("code-excel.csv", "#N/A")]
    public void Read_ExportsOfOtherPrograms_AreWhatRReads(string name, string code)
    {
        var table = DataTable.Read(Repository.Fixture("base-r", "reading", name), new() { Missing = code.Length > 0 ? [code] : [] });
        var oracle = Oracle.Read("base-r", "reading.json")[name];
        string[] columns = table.Has("Ozone") ? ["Ozone", "Temp", "Wind"] : ["mpg", "wt", "hp"];
        Oracle.Near(oracle["means"].Numbers, [.. columns.Select(column => table.Numbers(column).Where(double.IsFinite).Average())], 1e-14);

        var fit = ModelSpecification.Parse($"{columns[0]} ~ {columns[1]} + {columns[2]}").Fit(table);
        Assert.Equal((int)oracle["cases"].Number, fit.Sample[0].Count);
        Oracle.Near(oracle["slopes"].Numbers, [.. fit.Estimates().Take(2).Select(each => each.Value)], 1e-9);
    }

    [Fact]
    public void Read_ColumnsWithoutAName_AreLeftOutAndSaidWhenTheyHoldAnything()
    {
        using var file = new TemporaryFile(",x,,y,\na,1,,2,\nb,3,q,4,\n");
        var table = DataTable.Read(file.Path);
        Assert.Equal(["x", "y"], table.Names);
        Assert.Equal([2, 4], table.Numbers("y"));
        Assert.Equal($"columns 1 and 3 of {file.Path} have no name and were left out (R and pandas write the names of rows so).", Assert.Single(table.Notes));
    }

    [Theory]
    [InlineData("x,y,\n1,2,\n3,4\n")]
    [InlineData("x,y\n1,2,,\n3,4,\n")]
    public void Read_SeparatorsAtTheEndOfRows_AreNoColumns(string text)
    {
        using var file = new TemporaryFile(text);
        var table = DataTable.Read(file.Path);
        Assert.Equal([1, 3], table.Numbers("x"));
        Assert.Equal([2, 4], table.Numbers("y"));
        Assert.Empty(table.Notes);
    }

    [Theory]
    [InlineData("x,y\n1,5,2\n2,5,3\n")]
    [InlineData("x,y\n2,1,2\n3,2,3\n")]
    [InlineData("x,y\na,1,2\na,2,3\n")]
    [InlineData("x,y\na,1,2\nb,2\n")]
    public void Read_RowsThatAreNotNamedAndTooLong_AreRefused(string text)
    {
        using var file = new TemporaryFile(text);
        Assert.Contains(" fields; the header has 2.", Assert.Throws<InputException>(() => DataTable.Read(file.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_NameOfSeveralColumns_IsRefusedOnlyWhenAskedFor()
    {
        using var file = new TemporaryFile("x,note,y,note,note\n1,a,2,b,c\n3,a,4,b,c\n");
        var table = DataTable.Read(file.Path);
        Assert.Equal([2, 4], table.Numbers("y"));
        Assert.Equal(["x", "y"], table.Names);
        Assert.Equal(
            $"{file.Path}, line 1: columns 2, 4 and 5 are all named 'note'; give them different names to use one.",
            Assert.Throws<InputException>(() => table.Cases([0]).Texts("note")).Message);
        Assert.Throws<InputException>(() => table.With("note", [1, 2]));
    }

    [Fact]
    public void Read_HeaderRowsOfQualtrics_AreLeftOutAndSaid()
    {
        using var file = new TemporaryFile(Wording + "1,2\n3,4\n");
        var table = DataTable.Read(file.Path);
        Assert.Equal([1, 3], table.Numbers("x"));
        Assert.Equal([5, 6], table.Lines);
        Assert.Contains("rows 2 and 3", Assert.Single(table.Notes), StringComparison.Ordinal);
        Assert.Empty(DataTable.Read(file.Path, new() { SkippedRows = [2, 3] }).Notes);
    }

    [Fact]
    public void Read_ImportRowWithoutData_HasNoRows()
    {
        using var file = new TemporaryFile(Wording);
        Assert.Contains("no rows below", Assert.Throws<InputException>(() => DataTable.Read(file.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SkippedRowsAboveTheHeader_LeaveTheHeader()
    {
        using var file = new TemporaryFile("My, survey; of 2010\n\nx;y\n1;2\nmean;3\n");
        var table = DataTable.Read(file.Path, new() { SkippedRows = [1, 4] });
        Assert.Equal([2.0], table.Numbers("y"));
        Assert.Contains("counted from 1", Assert.Throws<InputException>(() => DataTable.Read(file.Path, new() { SkippedRows = [0] })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x;y\n1,250;2\n1,300;3\n", "'1,250' is not a number")]
    [InlineData("x;y\n1,25;2.5\n1,3;3\n", "'1,25' is not a number")]
    public void Numbers_CommasThatMayPartThousands_AreRefused(string text, string expected)
    {
        using var file = new TemporaryFile(text);
        Assert.Contains(expected, Assert.Throws<InputException>(() => DataTable.Read(file.Path).Numbers("x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DecimalCommas_ProveThemselvesAnywhereInTheFile()
    {
        using var file = new TemporaryFile("x;y\n1,250;0,5\n-99,0;3\n");
        var table = DataTable.Read(file.Path, new() { Missing = ["-99"] });
        Assert.Equal([1.25, double.NaN], table.Numbers("x"));
        Assert.Equal(2, table.Notes.Count);
    }

    [Fact]
    public void Read_DeclaredCodes_AreMissingInTextsToo()
    {
        using var file = new TemporaryFile("g,x\n.,1\nna,-99.0\n-99,2\n NA , -9.9e1 \n99,-990\n");
        var table = DataTable.Read(file.Path, new() { Missing = [".", "-99"] });
        Assert.Equal([null, "na", null, null, "99"], table.Texts("g"));
        Assert.Equal([1, double.NaN, 2, double.NaN, -990], table.Numbers("x"));
        Assert.Empty(table.UnmetCodes);
        Assert.Equal(["-77", "n/a"], DataTable.Read(file.Path, new() { Missing = ["-77", "n/a"] }).UnmetCodes);
    }

    [Fact]
    public void Read_AHundredThousandColumns_TakesLinearTime()
    {
        var names = Enumerable.Range(0, 100_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"v{i}"));
        using var file = new TemporaryFile($"{string.Join(',', names)}\n{string.Join(',', Enumerable.Repeat("1", 100_000))}\n");
        var watch = Stopwatch.StartNew();
        Assert.Equal(100_000, DataTable.Read(file.Path).Names.Count);

        // A search for each name among those before it takes 11 s on an idle machine, this a fifth of one.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 8);
    }
}
