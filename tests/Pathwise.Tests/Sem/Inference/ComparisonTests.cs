using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Tables;
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

    public static IEnumerable<TheoryDataRow<string>> Pairs => ComparedPair.All.Select(pair => new TheoryDataRow<string>(pair.Id));

    // semTools' net (tests/fixtures/lavaan/compare/make.R).
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Compare_Nesting_IsSemTools(string id)
    {
        var pair = ComparedPair.Read(id);
        var (full, restricted) = pair.Fit("ML", fixedX: false);
        Assert.Equal(pair.Nesting, full.Compare(restricted).Nesting);
        Assert.Equal(pair.Nesting, restricted.Compare(full).Nesting);
    }

    // lavaan's lavTestLRT; where the models are not nested its p is withheld.
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Compare_EveryMethod_IsLavaans(string id)
    {
        var pair = ComparedPair.Read(id);
        foreach (var (estimator, method, oracle) in pair.Tests)
        {
            var (full, restricted) = pair.Fit(estimator);
            var test = full.Compare(restricted, method);
            Assert.Equal(((int)oracle["df.diff"].Number, oracle["method"].Text), (test.DegreesOfFreedom, test.Method));
            if (!oracle.Has("chisq.diff"))
            {
                Assert.Equal("scaling-factor-not-positive", test.Warning!.Code);
                continue;
            }

            // The full model cannot be put at the restricted estimates; lavaan does it with parameters that mean something else.
            if (pair.Nesting == ModelNesting.NotNested && method == DifferenceMethod.SatorraBentler2010)
            {
                Assert.Equal((null, "not-nested"), (test.ChiSquare, test.Warning!.Code));
                continue;
            }

            Oracle.Near(oracle["chisq.diff"].Number, test.ChiSquare, 2e-5);
            if (pair.Nesting == ModelNesting.Nested)
                Oracle.Near(oracle["pvalue"].Number, test.PValue, 1e-5);
            else
                Assert.Equal((null, "not-nested"), (test.PValue, test.Warning!.Code));
        }
    }

    [Fact]
    public void Compare_ARestrictedModelThatFitsBetter_HasNoP()
    {
        var (full, restricted) = ComparedPair.Read("not_nested").Fit("ML");
        var test = full.Compare(restricted);
        Assert.Null(test.PValue);
        Assert.NotNull(test.Warning);
    }

    [Fact]
    public void Compare_TheSameCasesInAnotherOrder_AreTheSame()
    {
        var pair = ComparedPair.Read("skew_orthogonal");
        var data = pair.Data();
        var (full, restricted) = (pair.Fit("ML").Full, pair.Fit("ML", data: data.Cases([.. Enumerable.Range(0, data.Count).Reverse()])).Restricted);
        Assert.Null(full.Compare(restricted).Warning);
    }

    [Fact]
    public void Compare_AsManyOtherCases_AreRefused()
    {
        var pair = ComparedPair.Read("skew_orthogonal");
        var numbers = pair.Data().Numbers("a1").ToArray();
        numbers[7] += 0.001;
        var (full, restricted) = (pair.Fit("ML").Full, pair.Fit("ML", data: pair.Data().With("a1", numbers)).Restricted);
        Assert.Contains("not to the same ones", Assert.Throws<InputException>(() => full.Compare(restricted)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_AFitInGroupsWithOneWithout_IsRefused()
    {
        var (groups, single) = (ComparedPair.Read("metric").Fit("ML").Full, ComparedPair.Read("metric").Fit("ML", areGrouped: false).Full);
        Assert.Contains("2 and 1 groups", Assert.Throws<InputException>(() => groups.Compare(single)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_AScaledMethodWithoutARobustEstimator_IsRefused()
    {
        var (full, restricted) = ComparedPair.Read("skew_orthogonal").Fit("ML");
        Assert.Contains("MLM or MLR or MLMV or MLMVS is needed", Assert.Throws<InputException>(() => full.Compare(restricted, DifferenceMethod.Satorra2000)).Message, StringComparison.Ordinal);
    }
}
