using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ScoredAnswerTests
{
    [Theory]
    [InlineData(1, -1.5)]
    [InlineData(2, 0.4)]
    [InlineData(4, 3.5)]
    public void Slopes_OfAnAnswer_AreDifferencesOfItsLogLikelihood(double answer, double moved)
    {
        foreach (var each in new[] { new ScoredAnswer([1, 2, 4], [-0.3, 0.9], 0.2, 0.8), new ScoredAnswer(null, [], 0.2, 0.8) })
        {
            const double Step = 1e-4;
            var (before, at, after) = (each.LogLikelihood(answer, moved - Step), each.LogLikelihood(answer, moved), each.LogLikelihood(answer, moved + Step));
            var (first, second) = each.Slopes(answer, moved);
            Assert.Equal((after - before) / (2 * Step), first, 1e-6);
            Assert.Equal((after + before - (2 * at)) / (Step * Step), second, 1e-5);
            Assert.True(second < 0);
        }
    }
}
