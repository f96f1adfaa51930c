using Pathwise.Tables;

namespace Pathwise.Tests.Sem;

/// <summary>The pupils of Holzinger and Swineford, nine tests.</summary>
internal static class Pupils
{
    public static DataTable Read() => DataTable.Read(Repository.Fixture("studies", "holzinger-swineford.csv"));

    /// <summary>The same cut into as many categories of equal width as are asked for.</summary>
    public static DataTable Cut(int points)
    {
        var data = Read();
        string[] names = [.. Enumerable.Range(1, 9).Select(i => $"x{i}")];
        var values = new double[data.Count, 9];
        foreach (var (j, name) in names.Index())
        {
            var column = data.Numbers(name);
            var (low, high) = (column.Min(), column.Max());
            for (var i = 0; i < data.Count; i++)
                values[i, j] = Math.Min(Math.Floor(points * (column[i] - low) / (high - low)), points - 1) + 1;
        }

        return DataTable.Of(names, values);
    }
}
