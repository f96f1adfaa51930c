using System.Text;
using System.Text.Json.Nodes;
using Pathwise.Notebooks.Jupyter;
using Xunit;

namespace Pathwise.Tests.Notebooks.Jupyter;

public sealed class WireTests
{
    private readonly Wire _wire = new("secret");

    private static Message Sample => new([[1, 2]], new JsonObject { ["msg_type"] = "x_request" }, [], new JsonObject { ["a"] = 1 });

    [Fact]
    public void Read_WhatWasWritten_IsTheMessage()
    {
        var read = _wire.Read(_wire.Write(Sample))!;
        Assert.Equal(("x_request", 1), (read.Type, (int)read.Content["a"]!));
        Assert.Equal([1, 2], Assert.Single(read.Identities));
    }

    [Fact]
    public void Write_TheSignature_IsHmacSha256OfTheFourParts()
    {
        var frames = new Wire("Jefe").Write(Sample);
        var signed = frames.Skip(3).SelectMany(each => each).ToArray();
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("Jefe"u8, signed)), Encoding.ASCII.GetString(frames[2]));
    }

    [Fact]
    public void Read_AnotherKey_IsNothing() => Assert.Null(new Wire("other").Read(_wire.Write(Sample)));

    [Fact]
    public void Read_EveryTruncationAndEveryFlippedByte_IsNothing()
    {
        var frames = _wire.Write(Sample);
        for (var length = 0; length < frames.Count; length++)
            Assert.Null(_wire.Read([.. frames.Take(length)]));
        for (var frame = 1; frame < frames.Count; frame++)
            for (var place = 0; place < frames[frame].Length; place++)
                Assert.Null(_wire.Read(Flipped(frames, frame, place)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{\"msg_type\":1}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{}")]
    public void Read_AHeaderThatIsNone_IsNothing(string header)
    {
        var open = new Wire("");
        Assert.Null(open.Read(["<IDS|MSG>"u8.ToArray(), [], Encoding.UTF8.GetBytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray()]));
    }

    private static List<byte[]> Flipped(IReadOnlyList<byte[]> frames, int frame, int place)
    {
        var copy = frames.Select(each => (byte[])each.Clone()).ToList();
        copy[frame][place] ^= 1;
        return copy;
    }
}
