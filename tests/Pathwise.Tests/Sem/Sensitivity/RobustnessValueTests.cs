using Pathwise.Sem.Sensitivity;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class RobustnessValueTests
{
    // sensemakr's documented example: t 4.18445 with 783 degrees of freedom.
    [Fact]
    public void Of_TheDocumentedExampleOfSensemakr_Is1388()
    {
        const double squared = 4.18445 * 4.18445;
        Oracle.Near(0.02187309, squared / (squared + 783), 1e-6);
        Oracle.Near(0.138776, RobustnessValue.Of(squared / (squared + 783)), 1e-6);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(1.2, double.NaN)]
    public void Of_TheEnds(double share, double expected) => Assert.Equal(expected, RobustnessValue.Of(share));

    [Theory]
    [InlineData(1e-20)]
    [InlineData(0.3)]
    [InlineData(0.999)]
    public void Of_AnyShare_SolvesItsEquation(double share)
    {
        var value = RobustnessValue.Of(share);
        Oracle.Near(1, value * value / (1 - value) / (share / (1 - share)), 1e-12);
    }
}
