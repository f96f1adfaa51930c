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

        var predicted = new double[before.Length];
        foreach (var move in GreedyBatch.AllMoves(sheet).Where((_, i) => i % 400 == 0))
        {
            effects.Of(move, predicted);
            sheet.Make(move);
            var after = new Reading(plan);
            Assert.True(after.Fit(sheet, null));
            var values = after.Values();
            sheet.Make(move.Back);
            for (var k = 0; k < values.Length; k++)
                Assert.Equal(values[k] - before[k], predicted[k], 0.05 + (0.2 * Math.Abs(predicted[k])));
        }
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
