using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class OpenRowsTests
{
    [Fact]
    public void TryTake_ByManyThreads_HandsOutEachOpenRowOnce()
    {
        var table = Table(1000);
        foreach (var done in new[] { 0, 17, 999 })
            table.Finish(done, FitStatus.Proper, 0);
        var rows = OpenRows.Of(table);
        var taken = new int[1000];
        System.Threading.Tasks.Parallel.For(0, 8, _ =>
        {
            while (rows.TryTake(out var row))
                Interlocked.Increment(ref taken[row]);
        });
        Assert.Equal(997, rows.Count);
        Assert.All(Enumerable.Range(0, 1000), row => Assert.Equal(row is 0 or 17 or 999 ? 0 : 1, taken[row]));
    }

    [Fact]
    public void TryTake_Cancelled_HandsOutNothing()
    {
        using var source = new CancellationTokenSource();
        var rows = new OpenRows(Table(5), [3, 1], source.Token);
        Assert.True(rows.TryTake(out var row));
        Assert.Equal(3, row);
        source.Cancel();
        Assert.False(rows.TryTake(out _));
    }

    private static ReplicateTable Table(int rows) => new(rows, EffectCatalogue.Of(Simulated.Table("x4 ~ x1"), ["x4", "x1"]));
}
