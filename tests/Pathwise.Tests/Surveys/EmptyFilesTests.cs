using Pathwise.Sem.Moments;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Surveys;

public sealed class EmptyFilesTests
{
    [Theory]
    [InlineData("\uFEFF\uFEFF")]
    [InlineData("\uFEFF\uFEFF\uFEFF\n \n")]
    [InlineData(",")]
    [InlineData(",,\n,\n")]
    [InlineData("\n\n,\n")]
    [InlineData("\"\"")]
    public void Files_OfMarksAndCommasAlone_AreRefused(string text)
    {
        using var file = new TemporaryFile(text);
        Assert.StartsWith(file.Path, Assert.Throws<InputException>(() => DataTable.Read(file.Path)).Message, StringComparison.Ordinal);
        Assert.StartsWith(file.Path, Assert.Throws<InputException>(() => CovarianceFile.Read(file.Path, [50])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_OfTwoMarksAndATable_IsRead()
    {
        using var file = new TemporaryFile("\uFEFF\uFEFFx,y\n1,2\n");
        Assert.Equal(["x", "y"], DataTable.Read(file.Path).Names);
    }

    [Fact]
    public void Cell_OfTenMegabytes_IsNotRepeatedInTheMessage()
    {
        using var file = new TemporaryFile($"x\n1\n{new string('z', 10_000_000)}\n");
        var message = Assert.Throws<InputException>(() => DataTable.Read(file.Path).Numbers("x")).Message;
        Assert.InRange(message.Length, 100, 2100);
        Assert.StartsWith($"{file.Path}, line 3, column 'x': 'zzz", message, StringComparison.Ordinal);
        Assert.EndsWith("is not a number; expected a number, or blank or NA where missing.", message, StringComparison.Ordinal);
    }
}
