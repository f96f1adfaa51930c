using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Specification;

public sealed class ParameterFunctionTests
{
    [Theory]
    [InlineData("a*b", true, 0.3, 0.7)]
    [InlineData("(a - b)/(a + b)^2", true, 0.3, 0.7)]
    [InlineData("exp(a)*log(b) + sqrt(a*b)", true, 1.3, 2.7)]
    [InlineData("-2*a + b/4", false, 5, 6)]
    public void Gradient_IsThatOfDifferences(string expression, bool isCurved, double a, double b)
    {
        var table = ModelSpecification.Parse($"y ~ a*x\nz ~ b*y\nq := {expression}").Table();
        var function = table.Definitions.Single().Function;
        double[] point = [a, b, 1, 1];
        var gradient = new double[4];
        Assert.Equal(function.Value(point), function.Gradient(point, gradient));
        for (var k = 0; k < 4; k++)
            Oracle.Near(Slopes.Of(free => [function.Value(free)], point, k)[0], gradient[k], 1e-9);
        Assert.Equal([0, 1], function.Positions);
        Assert.Equal(!isCurved, function.IsLinear);
    }
}
