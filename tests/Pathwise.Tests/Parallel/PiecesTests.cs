using Pathwise.Parallel;
using Xunit;

namespace Pathwise.Tests.Parallel;

public sealed class PiecesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Map_AnyNumberOfThreads_KeepsTheOrderOfThePieces(int threads) =>
        Assert.Equal(Enumerable.Range(0, 500).Select(i => i * i), Pieces.Map(500, i => i * i, threads, TestContext.Current.CancellationToken));

    [Fact]
    public void Map_NoPieces_IsEmpty() => Assert.Empty(Pieces.Map(0, i => i, 4, TestContext.Current.CancellationToken));

    [Fact]
    public void TryTake_ByManyThreads_HandsOutEachChosenPieceOnce()
    {
        var pieces = new Pieces([.. Enumerable.Range(100, 900)], TestContext.Current.CancellationToken);
        var taken = new int[1000];
        System.Threading.Tasks.Parallel.For(0, 8, _ =>
        {
            while (pieces.TryTake(out var piece))
                Interlocked.Increment(ref taken[piece]);
        });
        Assert.Equal(900, pieces.Count);
        Assert.All(Enumerable.Range(0, 1000), piece => Assert.Equal(piece < 100 ? 0 : 1, taken[piece]));
    }

    [Fact]
    public void TryTake_Cancelled_HandsOutNothingMore()
    {
        using var source = new CancellationTokenSource();
        var pieces = new Pieces([3, 1], source.Token);
        Assert.True(pieces.TryTake(out var piece));
        Assert.Equal(3, piece);
        source.Cancel();
        Assert.False(pieces.TryTake(out _));
    }

    [Fact]
    public void Each_AWorkersMemory_IsItsOwnAndGivenBack()
    {
        var (rented, returned, done) = (0, 0, new int[40]);
        Pieces.Each(40, 4, () => { Interlocked.Increment(ref rented); return new int[1]; }, (own, i) => done[i] = ++own[0], _ => Interlocked.Increment(ref returned), TestContext.Current.CancellationToken);
        Assert.InRange(rented, 1, 4);
        Assert.Equal(rented, returned);
        Assert.Equal(rented, done.Count(first => first == 1) is var firsts && firsts <= rented ? rented : 0);
        Assert.All(done, turn => Assert.True(turn > 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Each_CancelledMidway_ThrowsAndLeavesTheRest(int threads)
    {
        using var source = new CancellationTokenSource();
        var done = 0;
        Assert.Throws<OperationCanceledException>(() => Pieces.Map(1000, i =>
        {
            if (Interlocked.Increment(ref done) == 10)
                source.Cancel();
            return i;
        }, threads, source.Token));
        Assert.InRange(done, 10, 10 + threads);
    }

    [Fact]
    public void Map_APieceFails_ThrowsWhatItThrew() => Assert.Throws<InputException>(() =>
        Pieces.Map<int>(50, i => i == 20 ? throw new InputException("as it is") : i, 3, TestContext.Current.CancellationToken));
}
