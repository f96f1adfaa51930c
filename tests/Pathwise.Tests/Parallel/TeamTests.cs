using Pathwise.Parallel;
using Xunit;

namespace Pathwise.Tests.Parallel;

public sealed class TeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    public void Run_ManyThreads_WorksOnEach(int threads)
    {
        using var team = new Team(threads, 100, CancellationToken.None);
        var times = 0;
        team.Run(() => Interlocked.Increment(ref times));
        Assert.Equal(threads, times);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    public void Run_OneThreadFails_StopsTheOthersAndThrowsWhatItThrew(int threads)
    {
        using var team = new Team(threads, 100, CancellationToken.None);
        var first = 0;
        var problem = Assert.Throws<InputException>(() => team.Run(() =>
        {
            if (Interlocked.Increment(ref first) == 1)
                throw new InputException("as it is");
            Assert.True(team.Stopping.WaitHandle.WaitOne(TimeSpan.FromMinutes(1)));
        }));
        Assert.Equal("as it is", problem.Message);
    }

    [Theory]
    [InlineData(8, 3, 3)]
    [InlineData(2, 3, 2)]
    [InlineData(4, 0, 1)]
    public void Run_FewPieces_TakesNoMoreThreadsThanThereArePieces(int threads, int pieces, int workers)
    {
        using var team = new Team(threads, pieces, CancellationToken.None);
        var times = 0;
        team.Run(() => Interlocked.Increment(ref times));
        Assert.Equal(workers, times);
    }
}
