using Pathwise.Sem.Inference;
using Pathwise.Teaching;
using Xunit;

namespace Pathwise.Tests.Teaching;

public sealed class ExerciseTests
{
    [Theory]
    [InlineData(null, ExerciseVerdict.NotYet)]
    [InlineData(0.53, ExerciseVerdict.Right)]
    [InlineData(0.54, ExerciseVerdict.Right)]
    [InlineData(0.55, ExerciseVerdict.Wrong)]
    [InlineData(double.NaN, ExerciseVerdict.Wrong)]
    public void Check_ANumber_IsRightToItsDecimals(double? answer, ExerciseVerdict verdict) =>
        Assert.Equal(verdict, Exercise.Check(answer, 0.534, 2, "hint").Verdict);

    [Fact]
    public void Check_AKnownMistake_GetsItsOwnHint()
    {
        Assert.Equal("You added.", Exercise.Check(5, 6, 1, "hint", (5, "You added.")).Message);
        Assert.Equal("hint", Exercise.Check(7, 6, 1, "hint", (5, "You added.")).Message);
    }

    [Theory]
    [InlineData("y5 ~  y1\n", ExerciseVerdict.NotYet)]
    [InlineData("y5 ~ y1 + x1", ExerciseVerdict.Right)]
    [InlineData("y5 ~ x1", ExerciseVerdict.Wrong)]
    public void Check_AModel_IsFittedAndMustPass(string answer, ExerciseVerdict verdict) => Assert.Equal(verdict, Model(answer).Verdict);

    [Fact]
    public void Check_AModelThatTheEngineRefuses_IsWrongWithTheReason()
    {
        var result = Model("y5 = y1");
        Assert.Equal(ExerciseVerdict.Wrong, result.Verdict);
        Assert.Contains("line 1", result.Message, StringComparison.Ordinal);
    }

    private static ExerciseResult Model(string answer) =>
        Exercise.Check(answer, "y5 ~ y1", Countries.Data, fit => fit.ParameterCount() == 3, "Add a cause.");
}
