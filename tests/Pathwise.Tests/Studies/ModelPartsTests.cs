using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Studies;
using Xunit;

namespace Pathwise.Tests.Studies;

public sealed class ModelPartsTests
{
    [Fact]
    public void Measurement_AModelWithPaths_HasAllFactorsCorrelate()
    {
        var measurement = Democracy.Model.Measurement();
        Assert.DoesNotContain(measurement.Table().Rows, row => row.Operator == Operator.Regression);
        // Three factors with every path between them: the measurement model has the same fit.
        Assert.Equal(Democracy.Fit().Test().Value!.Value, measurement.Fit(Democracy.Survey.Table).Test().Value!.Value, 6);
    }

    [Fact]
    public void Measurement_FixedLoadings_StayFixed()
    {
        var measurement = ModelSpecification.Parse("f =~ a + 0.5*b + c\ng =~ d + e\ny ~ f\n").Measurement();
        Assert.Equal("f =~ a + 0.5*b + c\ng =~ d + e\n", measurement.Text);
    }

    [Fact]
    public void Measurement_AModelOfObservedVariables_IsRefused() =>
        Assert.Contains("no latent variable", Assert.Throws<InputException>(() => ModelSpecification.Parse("y ~ x").Measurement()).Message, StringComparison.Ordinal);

    [Fact]
    public void ScaledBy_ACodebookOfNumbers_MakesTheFactorsScales()
    {
        var scales = Democracy.Survey.ScaledBy(Democracy.Model).Codebook.Scales;
        Assert.Equal(["ind60: x1, x2, x3", "dem60: y1, y2, y3, y4", "dem65: y5, y6, y7, y8"], scales.Select(scale => $"{scale.Name}: {string.Join(", ", scale.ItemNames)}"));
        Assert.All(scales[1].Items, item => Assert.True(item.HasDecimals && item.Range is { Lowest: 0 or 1, Highest: 10 }));
    }

    [Fact]
    public void ScaledBy_AnIndicatorOfTwoFactors_IsAnItemOfTheFirst()
    {
        var scales = Democracy.Survey.ScaledBy(ModelSpecification.Parse("f =~ y1 + y2 + y3\ng =~ y3 + y4 + y5")).Codebook.Scales;
        Assert.Equal([3, 2], scales.Select(scale => scale.Items.Count));
    }

    [Fact]
    public void ScaledBy_AnIndicatorThatIsNoColumn_IsNamed() =>
        Assert.Contains("y99", Assert.Throws<InputException>(() => Democracy.Survey.ScaledBy(ModelSpecification.Parse("f =~ y1 + y2 + y99"))).Message, StringComparison.Ordinal);
}
