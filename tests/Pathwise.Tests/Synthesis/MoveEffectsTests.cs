using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class MoveEffectsTests
{
    private static readonly AnswerSheet Sheet = new(4, 2, 1, 7, [1, 2, 4, 4, 6, 3, 2, 7]);

    [Theory]
    [InlineData(1)]
    [InlineData(-2)]
    public void Of_AFunctionLinearInTheCovariance_IsExact(int step)
    {
        // f = 2 s11 + 3 s12 (twice, once for each triangle) - s22.
        double[] derivatives = [2, 1.5, 1.5, -1];
        var effects = new MoveEffects(4, 2, 1);
        effects.Add(0, derivatives, Sheet, [Sheet.Mean(0), Sheet.Mean(1)], null, 1);
        Span<double> effect = stackalloc double[1];
        for (var row = 0; row < 4; row++)
        {
            for (var item = 0; item < 2; item++)
            {
                var moved = Sheet.Copy();
                var move = new CellMove(row, item, step);
                moved.Make(move);
                effects.Of(move, effect);
                Assert.Equal(Value(moved, derivatives) - Value(Sheet, derivatives), effect[0], 1e-12);
            }
        }
    }

    [Fact]
    public void AddMean_OfAnItem_MovesByAShareOfTheStep()
    {
        var effects = new MoveEffects(4, 2, 1);
        effects.AddMean(0, 1, 10);
        Span<double> effect = stackalloc double[1];
        effects.Of(new CellMove(2, 1, -1), effect);
        Assert.Equal(-2.5, effect[0]);
        effects.Of(new CellMove(2, 0, -1), effect);
        Assert.Equal(0, effect[0]);
    }

    private static double Value(AnswerSheet sheet, double[] derivatives)
    {
        var covariance = new double[4];
        sheet.Covariance(covariance);
        return covariance.Zip(derivatives, (s, d) => s * d).Sum();
    }
}
