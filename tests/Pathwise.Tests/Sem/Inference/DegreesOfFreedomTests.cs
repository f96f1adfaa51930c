using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class DegreesOfFreedomTests
{
    [Theory]
    [InlineData(Fits.Factors, 21, 13)]
    [InlineData("x3 ~ x1 + x2", 3, 3)]
    [InlineData("f =~ x1 + a*x2 + a*x3 + b*x4\na == b", 10, 6)]
    [InlineData("f =~ x1 + a*x2 + b*x3 + c*x4\na == b\nb == c\na == c", 10, 6)]
    public void Counts_AreMomentsAndIndependentParameters(string syntax, int moments, int parameters)
    {
        var fit = Fits.Of(syntax);
        Assert.Equal(moments, DegreesOfFreedom.MomentCount(fit));
        Assert.Equal(parameters, fit.ParameterCount());
        Assert.Equal(moments - parameters, fit.DegreesOfFreedom());
    }
}
