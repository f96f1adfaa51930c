using Pathwise.Numerics;
using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class AnswerSheetTests
{
    [Fact]
    public void Make_ManyMoves_LeavesTheCovarianceOfTheAnswersExactly()
    {
        var stream = RandomStream.For(7, 0);
        var sheet = Sheet(stream);
        for (var i = 0; i < 500; i++)
        {
            var move = new CellMove(stream.NextInteger(12), stream.NextInteger(4), stream.NextInteger(2) == 0 ? -1 : 1);
            if (sheet.Allows(move))
                sheet.Make(move);
        }

        double[] kept = new double[16], fresh = new double[16];
        sheet.Covariance(kept);
        new AnswerSheet(12, 4, 1, 7, sheet.Answers).Covariance(fresh);
        Assert.Equal(fresh, kept);
        Assert.All(sheet.Answers.ToArray(), answer => Assert.InRange(answer, 1, 7));
    }

    [Fact]
    public void Covariance_OfKnownAnswers_HasDivisorNLessOne()
    {
        var sheet = new AnswerSheet(3, 2, 1, 7, [1, 2, 2, 4, 6, 3]);
        var covariance = new double[4];
        sheet.Covariance(covariance);
        Assert.Equal([7, 0.5, 0.5, 1], covariance);
        Assert.Equal(3, sheet.Mean(0));
    }

    [Fact]
    public void Make_AMoveAndItsBack_ChangesNothing()
    {
        var sheet = Sheet(RandomStream.For(3, 0));
        var before = sheet.Answers.ToArray();
        var move = new CellMove(2, 1, sheet[2, 1] == 7 ? -1 : 1);
        sheet.Make([move, move.Back]);
        Assert.Equal(before, sheet.Answers.ToArray());
    }

    [Fact]
    public void HasDistinctRows_ARepeatedRow_IsSeen()
    {
        Assert.True(new AnswerSheet(2, 2, 1, 7, [1, 2, 2, 1]).HasDistinctRows());
        Assert.False(new AnswerSheet(3, 2, 1, 7, [1, 2, 2, 1, 1, 2]).HasDistinctRows());
    }

    private static AnswerSheet Sheet(RandomStream stream) =>
        new(12, 4, 1, 7, [.. Enumerable.Range(0, 48).Select(_ => 1 + stream.NextInteger(7))]);
}
