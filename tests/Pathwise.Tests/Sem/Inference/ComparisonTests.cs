using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
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

    [Fact]
    public void Compare_ScalingFactorThatIsNotPositive_HasAWarningInPlaceOfANumber()
    {
        var data = DataTable.Read(Repository.Fixture("lavaan", "models", "data", "skew.csv"));
        var options = new EstimationOptions { Estimator = Estimator.MLR };
        var tests =
            from first in Enumerable.Range(1, 4)
            from second in Enumerable.Range(1, 4)
            let wide = ModelSpecification.Parse($"F1 =~ a1 + a2 + a3 + a4\nF2 =~ b1 + b2 + b3 + b4\na{first} ~~ b{second}").Fit(data, options)
            let narrow = ModelSpecification.Parse("F1 =~ a1 + a2 + a3 + a4\nF2 =~ b1 + b2 + b3 + b4").Fit(data, options)
            select wide.Compare(narrow);
        Assert.All(tests, test => Assert.Equal(test.PValue is null, test.Warning is not null));
    }
}
