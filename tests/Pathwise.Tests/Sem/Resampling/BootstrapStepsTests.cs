using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class BootstrapStepsTests
{
    [Fact]
    public void Add_ByManyThreads_ReportsUpwardsAndEndsAtTheTotal()
    {
        var seen = new Seen();
        var steps = new BootstrapSteps(seen, 30, 1010, 64);
        System.Threading.Tasks.Parallel.For(0, 980, _ => steps.Add());
        Assert.Equal([30, .. Enumerable.Range(1, 15).Select(i => 64 * i), 1010], seen.Done);
    }

    private sealed class Seen : IProgress<BootstrapProgress>
    {
        public List<int> Done { get; } = [];

        public void Report(BootstrapProgress value) => Done.Add(value.Done);
    }
}
