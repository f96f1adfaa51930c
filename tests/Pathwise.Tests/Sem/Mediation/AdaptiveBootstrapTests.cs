using Pathwise.Sem.Mediation;
using Xunit;

namespace Pathwise.Tests.Sem.Mediation;

public sealed class AdaptiveBootstrapTests
{
    [Fact]
    public void Of_BothNearZero_IsOfTheProductOfDeviations()
    {
        // Deviations (1, 1), (-1, 3), (0, 9): products 1, 3 and 0 against the estimated product 2.
        double[] first = [2, 0, 1], second = [3, 5, 11];
        Assert.Equal(1 / 3.0, AdaptiveBootstrap.Of((1, 1), (2, 10), first, second, 92), 1e-15);
    }

    [Fact]
    public void Of_OneFarFromZero_IsOfTheCentredProduct()
    {
        // Products 6, 0 and 11 less the estimate 2: 4, -2 and 9; as far as the estimate is not farther.
        double[] first = [2, 0, 1], second = [3, 5, 11];
        Assert.Equal(2 / 3.0, AdaptiveBootstrap.Of((1, 0.01), (2, 10), first, second, 92), 1e-15);
    }

    [Fact]
    public void Of_DrawFarFromZero_CountsByTheCentredProduct()
    {
        // The threshold at 92 cases is 4.24 standard errors: the first draw is beyond it, the second is not.
        double[] first = [5, 2], second = [1, 1];
        Assert.Equal(0.5, AdaptiveBootstrap.Of((1, 1), (1, 1), first, second, 92), 1e-15);
    }

    [Fact]
    public void Of_UnequalDraws_AreRefused() => Assert.Throws<InputException>(() => AdaptiveBootstrap.Of((1, 1), (1, 1), [1, 2], [1], 92));
}
