using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class WorkersTests
{
    [Fact]
    public void Run_Pieces_AreEachDoneOnceOnAnyNumberOfThreads()
    {
        foreach (var threads in new[] { 1, 4 })
        {
            var done = new int[40];
            new Workers(StudyAnswers.Plan(), threads, TestContext.Current.CancellationToken).Run(40, (_, i) => done[i]++);
            Assert.All(done, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void Rent_AReadingThatWasReturned_IsUsedAgain()
    {
        var workers = new Workers(StudyAnswers.Plan(), 1, CancellationToken.None);
        var reading = workers.Rent();
        Assert.NotSame(reading, workers.Rent());
        workers.Return(reading);
        Assert.Same(reading, workers.Rent());
    }

    [Fact]
    public void Run_WhenStopped_DoesNotGoOn() => Assert.ThrowsAny<OperationCanceledException>(() =>
        new Workers(StudyAnswers.Plan(), 1, new CancellationToken(canceled: true)).Run(3, (_, _) => { }));
}
