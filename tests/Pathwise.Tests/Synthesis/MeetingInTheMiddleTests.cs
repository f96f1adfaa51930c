using Pathwise.Numerics;
using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class MeetingInTheMiddleTests
{
    [Fact]
    public void Best_FourMovesThatMeetTheAims_AreFound()
    {
        // Sixty moves with large effects on three statistics; four of them sum to what is missing, with a rest of a tenth.
        var stream = RandomStream.For(11, 0);
        var moves = Enumerable.Range(0, 60)
            .Select(i => new MeasuredMove(new CellMove(i, i % 9, 1), [.. Enumerable.Range(0, 3).Select(_ => 40 * stream.NextNormal())]))
            .ToList();
        int[] planted = [3, 17, 31, 55];
        double[] sum = [.. Enumerable.Range(0, 3).Select(k => planted.Sum(i => moves[i].Change[k]))];
        Aim[] aims = [.. sum.Select(value => new Aim(value - 1, value + 1, 1, IsSteep: true))];
        var plan = StudyAnswers.Plan();
        var best = new MeetingInTheMiddle(moves, aims, [0.1, -0.1, 0.1], sharedCell: 0)
            .Best(new Workers(plan, 2, TestContext.Current.CancellationToken), 5);
        Assert.Equal(planted, best[0].Select(move => move.Row).Order());
    }

    [Fact]
    public void Best_TwoMovesOfOneCell_AreNeverCombined()
    {
        List<MeasuredMove> moves = [new(new CellMove(0, 0, 1), [1.0]), new(new CellMove(0, 0, -1), [1.0]), new(new CellMove(1, 0, 1), [1.5])];
        var best = new MeetingInTheMiddle(moves, [new Aim(1, 3, 1)], [0], sharedCell: 0)
            .Best(new Workers(StudyAnswers.Plan(), 1, TestContext.Current.CancellationToken), 9);
        Assert.DoesNotContain(best, set => set.Count(move => move is { Row: 0, Item: 0 }) > 1);
    }
}
