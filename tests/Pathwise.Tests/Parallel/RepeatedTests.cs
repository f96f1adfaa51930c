using Pathwise.Parallel;
using Xunit;

namespace Pathwise.Tests.Parallel;

public sealed class RepeatedTests
{
    [Fact]
    public void Dispose_AfterSomeTurns_EndsThem()
    {
        var turns = 0;
        using var reached = new CountdownEvent(2);
        using (new Repeated(() => { turns++; _ = reached.IsSet || reached.Signal(); }, TimeSpan.FromMilliseconds(1)))
            Assert.True(reached.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        var end = turns;
        Thread.Sleep(20);
        Assert.Equal(end, turns);
    }

    [Fact]
    public void Dispose_BeforeTheFirstPauseIsOver_DoesNotWaitForIt()
    {
        var turns = 0;
        new Repeated(() => turns++, TimeSpan.FromHours(1)).Dispose();
        Assert.Equal(0, turns);
    }

    [Fact]
    public void Dispose_WorkThatThrew_ThrowsTheSame()
    {
        using var begun = new ManualResetEventSlim();
        var repeated = new Repeated(() => { begun.Set(); throw new InputException("as it is"); }, TimeSpan.FromMilliseconds(1));
        Assert.True(begun.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Throws<InputException>(repeated.Dispose);
    }
}
