using Pathwise.Shards;
using Xunit;

namespace Pathwise.Tests.Shards;

public sealed class ShardTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(1000, 7)]
    [InlineData(2_000_000_000, 999_983)]
    public void Of_AllShards_ShareOutEveryPieceOnce(int pieces, int count)
    {
        var next = 0;
        for (var k = 1; k <= count; k++)
        {
            var (first, many) = new Shard(k, count).Of(pieces);
            Assert.Equal(next, first);
            Assert.InRange(many, pieces / count, (pieces / count) + 1);
            next = first + many;
        }

        Assert.Equal(pieces, next);
    }

    [Fact]
    public void Has_EachPiece_IsOfOneShard() => Assert.All(
        Enumerable.Range(0, 10), piece => Assert.Single(Enumerable.Range(1, 4), k => new Shard(k, 4).Has(piece, 10)));

    [Theory]
    [InlineData("3/20", 3, 20)]
    [InlineData(" 1/1 ", 1, 1)]
    [InlineData("1000000/1000000", 1_000_000, 1_000_000)]
    public void Parse_Written_IsRead(string text, int index, int count) => Assert.Equal(new Shard(index, count), Shard.Parse("--shard", text, _ => null));

    [Theory]
    [InlineData("0/3", "there is no shard 0 of 3")]
    [InlineData("4/3", "there is no shard 4 of 3")]
    [InlineData("1/0", "there is no shard 1 of 0")]
    [InlineData("1/1000001", "K at most 1000000")]
    [InlineData("3", "'3' is not a shard")]
    [InlineData("-1/3", "is not a shard")]
    [InlineData("1/2/3", "is not a shard")]
    [InlineData("a/b", "is not a shard")]
    [InlineData("/3", "tells of no task of an array")]
    [InlineData("auto", "tells of no task of an array")]
    [InlineData(null, "tells of no task of an array")]
    public void Parse_Wrong_IsRefused(string? text, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => Shard.Parse("--shard", text, _ => null)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_CountAlone_TakesTheIndexOfTheTask() =>
        Assert.Equal(new Shard(4, 20), Shard.Parse("--shard", "/20", name => name == "PBS_ARRAY_INDEX" ? "4" : null));
}
