using Pathwise.Parallel;
using Xunit;

namespace Pathwise.Tests.Parallel;

public sealed class StepsTests
{
    [Fact]
    public void Add_ByManyThreads_ReportsUpwardsAndEndsAtTheTotal()
    {
        var seen = new List<int>();
        var steps = new Steps(seen.Add, 30, 1010, 64);
        System.Threading.Tasks.Parallel.For(0, 980, _ => steps.Add());
        Assert.Equal([30, .. Enumerable.Range(1, 15).Select(i => 64 * i), 1010], seen);
    }

    [Fact]
    public void Add_WithoutAReport_Counts() => new Steps(null, 1, 2, 1).Add();
}
