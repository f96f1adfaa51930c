using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Syntax;

public sealed class ExpressionTests
{
    // The parameters of the model below, in the order of the table: a, b, c, then variances.
    private static readonly double[] At = [0.7, 1.3, 0.4, 1, 1, 1, 1, 1];

    // Expected values are what R 4.2.2 gives for a = 0.7, b = 1.3, c = 0.4.
    [Theory]
    [InlineData("a + b*c", 1.22)]
    [InlineData("-a^2", -0.49)]
    [InlineData("2^-a", 0.61557220667245804)]
    [InlineData("a^b^c", 0.672911717216987)]
    [InlineData("(a - b)^2", 0.36)]
    [InlineData("(a - b)^3", -0.216)]
    [InlineData("a/b/c", 1.34615384615385)]
    [InlineData("a - b - c", -1)]
    [InlineData("exp(a)*log(b) + sqrt(c)", 1.160792279948586)]
    [InlineData("abs(a - b)", 0.6)]
    [InlineData("abs(-1.5e0*a)/+2", 0.525)]
    [InlineData("(a*b)/(c + a*b)", 0.694656488549618)]
    public void Evaluate_EveryOperation_GivesRsValueAndTheSlopeOfDifferences(string expression, double expected)
    {
        var function = Function(expression);
        var gradient = new double[At.Length];
        Assert.Equal(expected, function.Gradient(At, gradient), 1e-13);
        for (var i = 0; i < At.Length; i++)
            Assert.Equal(Slope(function, i), gradient[i], 1e-8);
    }

    [Theory]
    [InlineData("2*a - b/3 + (c - 1)", true)]
    [InlineData("-(a + b)*2", true)]
    [InlineData("2^3*a + exp(1)", true)]
    [InlineData("a*b", false)]
    [InlineData("1/a", false)]
    [InlineData("a^2", false)]
    [InlineData("log(a)", false)]
    public void IsLinear_TellsLinearFromOther(string expression, bool isLinear) =>
        Assert.Equal(isLinear, Function(expression).IsLinear);

    [Fact]
    public void Evaluate_OutsideAFunctionsDomain_IsNotANumber() => Assert.True(double.IsNaN(Function("log(a - b)").Value(At)));

    private static ParameterFunction Function(string expression) =>
        ModelSpecification.Parse($"f =~ 1*x1 + a*x2 + b*x3 + c*x4\nd := {expression}").Table().Definitions[0].Function;

    private static double Slope(ParameterFunction function, int position)
    {
        const double Step = 1e-5;
        var (up, down) = (At.ToArray(), At.ToArray());
        up[position] += Step;
        down[position] -= Step;
        return (function.Value(up) - function.Value(down)) / (2 * Step);
    }
}
