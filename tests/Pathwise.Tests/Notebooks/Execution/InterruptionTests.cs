using System.Diagnostics;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Execution;
using Xunit;

namespace Pathwise.Tests.Notebooks.Execution;

[Trait("pace", "slow")]
public sealed class InterruptionTests
{
    private readonly List<Output> _shown = [];
    private readonly Session _session;

    public InterruptionTests() =>
        _session = new Session(Path.GetTempPath(), "n", new OutputChannel(_shown.Add, (_, output) => _shown.Add(output)));

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("for (;;);")]
    [InlineData("int F() { while (true) ; }\nF()")]
    [InlineData("try { while (true) { } } catch { while (true) { } }")]
    [InlineData("System.Threading.Thread.Sleep(60_000);")]
    [InlineData("await Task.Delay(60_000);")]
    [InlineData("Task.Delay(60_000).Wait();")]
    public async Task Stop_ACellThatDoesNotEnd_StopsItAndTheSessionLivesOn(string endless)
    {
        await _session.RunAsync("1", "var kept = \"kept\";", new Interruption());
        var interruption = new Interruption();
        var running = _session.RunAsync("2", endless, interruption);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        await interruption.StopAsync();
        Assert.Equal("Interrupted", (await running)!.Name);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
        _shown.Clear();
        await _session.RunAsync("3", "kept", new Interruption());
        Assert.Equal("kept", Assert.IsType<DataOutput>(Assert.Single(_shown)).Data.Text("text/plain"));
    }

    // Whenever the wish comes, even when the cell has just ended: the next cell is not the one that was meant.
    [Fact]
    public async Task Stop_AtTheMomentOfTheEnd_LeavesTheNextCellAlone()
    {
        for (var i = 0; i < 40; i++)
        {
            var interruption = new Interruption();
            var running = _session.RunAsync($"{i}", "System.Threading.Thread.Sleep(20);", interruption);
            await Task.Delay(15 + (i % 10), TestContext.Current.CancellationToken);
            _ = interruption.StopAsync();
            await running;
            Assert.Null(await _session.RunAsync($"{i}-next", "for (var i = 0; i < 1000; i++) { }", new Interruption()));
        }
    }

    [Fact]
    public async Task Run_ALoopThatEnds_IsAsIfNobodyAsked()
    {
        Assert.Null(await _session.RunAsync("1", "var s = 0;\nfor (var i = 0; i < 10; i++) s += i;\ns.ToString()", new Interruption()));
        Assert.Equal("45", Assert.IsType<DataOutput>(Assert.Single(_shown)).Data.Text("text/plain"));
    }

    [Fact]
    public async Task Run_CodeThatDoesNotCompile_IsReportedAsItWasWritten()
    {
        var failure = await _session.RunAsync("1", "for (;;) { missing(); }", new Interruption());
        Assert.StartsWith("(1,12)", failure!.Message, StringComparison.Ordinal);
    }
}
