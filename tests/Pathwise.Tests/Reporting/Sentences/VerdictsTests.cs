using Pathwise.Reporting.Sentences;
using Xunit;

namespace Pathwise.Tests.Reporting.Sentences;

public sealed class VerdictsTests
{
    [Theory]
    [InlineData(.04, true, false)]
    [InlineData(.05, false, false)]
    [InlineData(.06, false, true)]
    [InlineData(null, null, null)]
    [InlineData(double.NaN, null, null)]
    public void Comparisons_OfWhatIsUndefined_AreUndefined(double? value, bool? below, bool? above) =>
        Assert.Equal((below, above), (value.IsBelow(.05), value.IsAbove(.05)));

    [Fact]
    public void All_OfVerdicts_IsFalseAsSoonAsOneIs()
    {
        Assert.True(Verdicts.All(true, true));
        Assert.False(Verdicts.All(true, null, false));
        Assert.Null(Verdicts.All(true, null));
        Assert.True(Verdicts.All());
    }
}
