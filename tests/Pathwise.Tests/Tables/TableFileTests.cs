using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Tables;

public sealed class TableFileTests
{
    [Fact]
    public void Write_ThenRead_GivesTheSameTable()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var source = Path.Combine(folder.FullName, "source.csv");
            var copy = Path.Combine(folder.FullName, "new", "copy.csv");
            File.WriteAllText(source, "id,x,note\n1,0.1,\"a, \"\"b\"\"\"\n2,,plain\n");
            DataTable.Read(source).Write(copy);
            Assert.Equal(File.ReadAllText(source), File.ReadAllText(copy));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
