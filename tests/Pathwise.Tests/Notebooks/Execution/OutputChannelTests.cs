using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Execution;
using Xunit;

namespace Pathwise.Tests.Notebooks.Execution;

public sealed class OutputChannelTests
{
    private readonly List<Output> _shown = [];
    private readonly OutputChannel _channel;

    public OutputChannelTests() => _channel = new OutputChannel(_shown.Add, (_, output) => _shown.Add(output));

    [Fact]
    public void Write_ToOneStream_IsJoined()
    {
        _channel.Write("stdout", "a");
        _channel.Write("stdout", "b");
        Assert.Empty(_shown);
        _channel.Flush();
        Assert.Equal([new StreamOutput("stdout", "ab")], _shown);
    }

    [Fact]
    public void Show_AfterText_ComesAfterIt()
    {
        _channel.Write("stdout", "a");
        _channel.Show(new ErrorOutput("E", "m", []));
        Assert.IsType<StreamOutput>(_shown[0]);
        Assert.IsType<ErrorOutput>(_shown[1]);
    }

    [Fact]
    public void Succeed_TheOldChannel_ShowsNothingAnyMore()
    {
        _channel.Write("stdout", "before");
        var next = _channel.Succeed();
        _channel.Write("stdout", "late");
        _channel.Show(new ErrorOutput("E", "late", []));
        _channel.Flush();
        next.Write("stdout", "new");
        next.Flush();
        Assert.Equal([new StreamOutput("stdout", "before"), new StreamOutput("stdout", "new")], _shown);
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(1_000_000)]
    public void Write_ALongText_GoesOnInPiecesOfWholeCharacters(int before)
    {
        var text = new string('a', before) + "🎲🎲" + new string('b', 100_000);
        _channel.Write("stdout", text);
        _channel.Flush();
        var pieces = _shown.Cast<StreamOutput>().Select(each => each.Text).ToList();
        Assert.Equal(text, string.Concat(pieces));
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, 65_537));
        Assert.All(pieces, piece => Assert.False(char.IsHighSurrogate(piece[^1])));
    }

    [Fact]
    public void Write_FromManyThreads_LosesNothing()
    {
        System.Threading.Tasks.Parallel.For(0, 1000, i => _channel.Write(i % 2 == 0 ? "stdout" : "stderr", "x"));
        _channel.Flush();
        Assert.Equal(1000, _shown.Cast<StreamOutput>().Sum(each => each.Text.Length));
    }
}
