using Pathwise.Psychometrics;
using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class MethodFactorTests
{
    [Fact]
    public void SingleMethodFactor_NineTests_IsLavaans() =>
        AssertTest(FittedAbilities.SemTools["single"], FittedAbilities.Model.SingleMethodFactor(Holzinger.Table));

    [Fact]
    public void UnmeasuredMethodConstruct_NineTests_IsLavaans() =>
        AssertTest(FittedAbilities.SemTools["ulmc"], FittedAbilities.Model.UnmeasuredMethodConstruct(Holzinger.Table));

    private static void AssertTest(Oracle expected, MethodFactorTest test)
    {
        Oracle.Near(expected["chisq"].Number, test.Method.Test().Value, 1e-5);
        Oracle.Near(expected["df"].Number, test.Method.DegreesOfFreedom(), 0);
        Oracle.Near(expected["diff"].Number, test.Difference!.ChiSquare, 1e-5);
        Oracle.Near(expected["df_diff"].Number, test.Difference.DegreesOfFreedom, 0);
        Oracle.Near(expected["share"].Number, test.MethodVariance, 1e-4);
    }
}
