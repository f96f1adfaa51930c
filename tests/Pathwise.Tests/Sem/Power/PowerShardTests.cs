using Pathwise.Sem.Power;
using Pathwise.Sem.Specification;
using Pathwise.Shards;
using Xunit;

namespace Pathwise.Tests.Sem.Power;

public sealed class PowerShardTests
{
    [Fact]
    public void Draw_InterruptedWrittenAndReadByAnother_CarriesOnToTheSums()
    {
        var (table, population) = Model();
        var sizes = PowerSizes.Of(table, population, [40, 30], new() { Count = 30, Seed = 5, Replicates = 1000 });
        var shard = new Shard(2, 3);
        using var stop = new CancellationTokenSource();
        var begun = new PowerShard(sizes);
        begun.Draw(shard, new Stop(stop), stop.Token);
        Assert.InRange(begun.Drawn, 1, begun.Total(shard) - 1);

        var resumed = new PowerShard(sizes);
        resumed.Read(new BinaryReader(new MemoryStream(Bytes(begun))));
        resumed.Draw(shard, null, default);
        var atOnce = new PowerShard(sizes);
        atOnce.Draw(shard, null, default);
        Assert.Equal(666, atOnce.Drawn);
        Assert.Equal(Bytes(atOnce), Bytes(resumed));
    }

    private static byte[] Bytes(PowerShard shard)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        shard.Write(writer);
        return stream.ToArray();
    }

    private static (ParameterTable Table, double[] Population) Model()
    {
        var table = ModelSpecification.Parse("m ~ start(.5)*x\ny ~ start(.4)*m + start(.2)*x\nx ~~ start(1)*x\nm ~~ start(.8)*m\ny ~~ start(.8)*y\n").Table(new() { FixedX = false });
        return (table, [.. table.Rows.Where(row => row.IsFree).OrderBy(row => row.Free).Select(row => row.Start!.Value)]);
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<Pathwise.Sem.Resampling.BootstrapProgress>
    {
        public void Report(Pathwise.Sem.Resampling.BootstrapProgress value)
        {
            if (value.Done >= 128)
                source.Cancel();
        }
    }
}
