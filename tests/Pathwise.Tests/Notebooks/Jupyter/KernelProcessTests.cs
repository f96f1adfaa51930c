using Xunit;

namespace Pathwise.Tests.Notebooks.Jupyter;

/// <summary>What could end the process of a kernel does not.</summary>
[Trait("pace", "slow")]
public sealed class KernelProcessTests : IDisposable
{
    private readonly KernelClient _client = new(isOfItsOwnProcess: true);

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("new System.Threading.Thread(() => throw new FormatException(\"on a thread\")).Start();", "FormatException: on a thread")]
    [InlineData("async void F() { await Task.Delay(50); throw new FormatException(\"in async void\"); }\nF();", "FormatException: in async void")]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(_ => throw new FormatException(\"in the pool\"));", "FormatException: in the pool")]
    [InlineData("_ = new System.Threading.Timer(_ => throw new FormatException(\"by a timer\"), null, 50, -1);", "FormatException: by a timer")]
    public void AnExceptionThatNobodyCatches_IsShownAndTheSessionLivesOn(string code, string expected)
    {
        Assert.Equal("ok", (string)_client.Execute("var kept = 41;").Reply["status"]!);
        var (_, published) = _client.Execute($"{code}\nSystem.Threading.Thread.Sleep(1000);");
        var shown = string.Concat(published.Where(each => each.Type == "stream" && (string)each.Content["name"]! == "stderr").Select(each => (string)each.Content["text"]!));
        Assert.Contains(expected, shown, StringComparison.Ordinal);
        Assert.Equal("ok", (string)_client.Execute("kept + 1").Reply["status"]!);
        Assert.False(_client.Process!.HasExited);
    }

    // A client that asks for the reply first takes nothing of what is printed before; both get all of it, and the kernel keeps no copies.
    [Fact]
    public void Execute_AHundredMillionLettersForAClientThatWaitsForTheEnd_ArriveAndTakeNoMoreThanTheyMust()
    {
        var before = Peak();
        var (_, published) = _client.Execute("Console.Write(new string('x', 100_000_000));");
        Assert.Equal(100_000_000, published.Where(each => each.Type == "stream").Sum(each => (long)((string)each.Content["text"]!).Length));
        Assert.InRange(Peak() - before, 0, 700L * 1024 * 1024);
    }

    private long Peak()
    {
        _client.Process!.Refresh();
        return Math.Max(_client.Process.PeakWorkingSet64, _client.Process.WorkingSet64);
    }
}
