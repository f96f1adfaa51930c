using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class SheetGradientTests
{
    [Fact]
    public void AddTo_ASingleChangedAnswer_IsPredictedToFirstOrder()
    {
        var plan = StudyAnswers.Plan();
        var sheet = StudyAnswers.Sheet(plan);
        var workers = new Workers(plan, 1, TestContext.Current.CancellationToken);
        var centre = new Reading(plan);
        Assert.True(centre.Fit(sheet, null));
        var before = centre.Values();
        var effects = new MoveEffects(sheet.Respondents, sheet.Items, before.Length);
        new SheetGradient(plan, workers).AddTo(effects, sheet, centre);

        // Half the difference of a step up and a step down: curvature cancels.
        double[] up = new double[before.Length], down = new double[before.Length];
        foreach (var move in GreedyBatch.AllMoves(sheet).Where((move, i) => i % 300 == 0 && sheet.Allows(move.Back)))
        {
            effects.Of(move, up);
            effects.Of(move.Back, down);
            double[] after = Changed(plan, sheet, move), opposite = Changed(plan, sheet, move.Back);
            for (var k = 0; k < before.Length; k++)
            {
                // Limits on the least or largest of several values have kinks.
                if (!plan.Statistics[k].IsTwoSided)
                    continue;
                var predicted = (up[k] - down[k]) / 2;
                Assert.Equal((after[k] - opposite[k]) / 2, predicted, (0.5 * plan.Statistics[k].Unit) + (0.15 * Math.Abs(predicted)));
            }
        }
    }

    private static double[] Changed(SynthesisPlan plan, AnswerSheet sheet, CellMove move)
    {
        var copy = sheet.Copy();
        copy.Make(move);
        var reading = new Reading(plan);
        Assert.True(reading.Fit(copy, null));
        return reading.Values();
    }

    [Fact]
    public void AddTo_AMeanOfAReversedItem_MovesAgainstTheRecodedAnswer()
    {
        var plan = new SynthesisPlan(SecondModel.Targets);
        var sheet = new CandidateGenerator(plan).Draw(Pathwise.Numerics.RandomStream.For(3, 0))!;
        var centre = new Reading(plan);
        Assert.True(centre.Fit(sheet, null));
        var effects = new MoveEffects(sheet.Respondents, sheet.Items, plan.Statistics.Count);
        new SheetGradient(plan, new Workers(plan, 1, TestContext.Current.CancellationToken)).AddTo(effects, sheet, centre);

        var values = new double[plan.Statistics.Count];
        effects.Of(new CellMove(4, plan.Names.ToList().IndexOf("b2"), 1), values);
        var mean = plan.Statistics.ToList().FindIndex(statistic => statistic.Target.Id == "b2");
        Assert.Equal(-1.0 / 150, values[mean], 1e-9);
    }
}
