using Pathwise.Psychometrics;
using Pathwise.Surveys;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class MethodVarianceTests
{
    private static readonly Oracle R = Oracle.Read("psych", "psych.json");

    [Fact]
    public void SingleFactor_Component_IsTheFirstEigenvaluesShare()
    {
        var share = MethodVariance.Share(Moments.Correlation(Holzinger.Values));
        Oracle.Near(R["first_principal_share"].Number, share.Component, 1e-10);
        Assert.InRange(share.CommonFactor, 0.2, share.Component);
    }

    [Fact]
    public void FullCollinearity_NineVariables_IsThatOfRegressions() => Oracle.Near(
        Holzinger.Items.Select((_, i) => R["vif"][i].Number).ToArray(),
        MethodVariance.Inflation(Holzinger.Items, Holzinger.Values).Select(row => row.Factor).ToArray(), 1e-9);

    [Fact]
    public void MarkerAdjusted_Correlations_LoseTheSharedPart()
    {
        using var survey = new SmallSurvey("a,,,,,1,5,7\nb,,,,,2,3,6\nc,,,,,4,1,4\nd,,,,,3,3,6\n");
        var data = survey.Read();
        var plain = data.MarkerAdjusted(0)["calm", "joy"]!.Value;
        Assert.Equal((plain - 0.1) / 0.9, data.MarkerAdjusted(0.1)["calm", "joy"]!.Value, 12);
        Assert.Equal(1, data.MarkerAdjusted(0.1)["calm", "calm"]);
        Assert.Contains("below 1", Assert.Throws<InputException>(() => data.MarkerAdjusted(1)).Message);
    }
}
