using System.Globalization;
using Pathwise.Sem.Inference;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ComparisonTests
{
    [Fact]
    public void Compare_TheSameModelTwice_SaysThatNoTestExists()
    {
        var fit = LavaanCase.Read("robust_mlm").Fit();
        var test = fit.Compare(fit);
        Assert.Null(test.PValue);
        Assert.Equal("same-degrees-of-freedom", test.Warning!.Code);
    }

    [Fact]
    public void Compare_NestedModelsInOtherParameters_GiveTheSameDifference()
    {
        var (marker, restricted) = (LavaanCase.Read("robust_mlm"), LavaanCase.Read("robust_mlm_equal").Fit());
        var other = LavaanCase.Read("robust_std_lv").Fit();
        var (plain, scaled) = (marker.Fit().Compare(restricted), other.Compare(restricted));
        Oracle.Near(plain.ChiSquare!.Value, scaled.ChiSquare, 1e-7);
        Assert.Equal(plain.DegreesOfFreedom, scaled.DegreesOfFreedom);
        Assert.Null(plain.Warning);
    }

    // lavaan warns that the factor is negative, and gives neither a chi-square nor a p (tests/fixtures/lavaan/models/undefined.json).
    [Fact]
    public void Compare_ScalingFactorThatIsNotPositive_HasAWarningInPlaceOfANumber()
    {
        var oracle = Oracle.Read("lavaan", "models", "undefined.json");
        for (var k = 0; k < oracle.Count; k++)
        {
            var (full, restricted) = (LavaanCase.Read(oracle[k]["full"].Text).Fit(), LavaanCase.Read(oracle[k]["restricted"].Text).Fit());
            var test = full.Compare(restricted);
            Assert.Equal((null, 1, null, "satorra.bentler.2001"), (test.ChiSquare, test.DegreesOfFreedom, test.PValue, test.Method));
            Assert.Equal("scaling-factor-not-positive", test.Warning!.Code);
            Assert.StartsWith("The scaling factor of the difference is ", test.Warning.Message, StringComparison.Ordinal);
            var said = test.Warning.Message["The scaling factor of the difference is ".Length..].Split(',')[0];
            Oracle.Near(oracle[k]["factor"].Number, double.Parse(said, CultureInfo.InvariantCulture), 1e-5);
        }

        Assert.Equal(2, oracle.Count);
    }
}
