using Pathwise.Numerics;
using Pathwise.Psychometrics;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class CorrelationTestsTests
{
    [Fact]
    public void CorrelationsBelow_ThreeFactors_AreThoseOfSemTools()
    {
        var expected = FittedAbilities.SemTools["constrained"];
        var rows = FittedAbilities.Model.CorrelationsBelow(Holzinger.Table);
        Assert.Equal(3, rows.Count);
        for (var i = 0; i < 3; i++)
        {
            Oracle.Near(expected[i]["est"].Number, rows[i].Correlation, 1e-5);
            Oracle.Near(expected[i]["ci.lower"].Number, rows[i].Interval!.Value.Lower, 1e-4);
            Oracle.Near(expected[i]["ci.upper"].Number, rows[i].Interval!.Value.Upper, 1e-4);
            Oracle.Near(expected[i]["Chisq diff"].Number, rows[i].Difference!.ChiSquare, 1e-4);
            Assert.Equal(1, rows[i].Difference!.DegreesOfFreedom);
            Assert.Equal(SeparationProblem.None, rows[i].Problem);
        }
    }

    [Theory]
    [InlineData(0.5, 0.79, SeparationProblem.None)]
    [InlineData(0.5, 0.8, SeparationProblem.Marginal)]
    [InlineData(-0.95, -0.5, SeparationProblem.Moderate)]
    [InlineData(0.9, 1.02, SeparationProblem.Severe)]
    public void Problem_FarEndOfTheInterval_DecidesIt(double lower, double upper, SeparationProblem expected) =>
        Assert.Equal(expected, new CorrelationTest("a", "b", 0, new Interval(lower, upper, 0.95), 0.9, null).Problem);

    [Fact]
    public void CorrelationsBelow_ModelWithPathsOrWrongCutoff_IsRefused()
    {
        var paths = ModelSpecification.Parse(FittedAbilities.Syntax + "\nspeed ~ visual");
        Assert.Contains("the path speed ~ visual", Assert.Throws<InputException>(() => paths.CorrelationsBelow(Holzinger.Table)).Message);
        Assert.Contains("at most 1", Assert.Throws<InputException>(() => FittedAbilities.Model.CorrelationsBelow(Holzinger.Table, 1.2)).Message);
    }
}
