using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class ModelDegreesOfFreedomTests
{
    [Fact]
    public void Moments_OfEighteenVariables_LeaveFortyTwoParametersAtDf129()
    {
        Assert.Equal(171, ModelDegreesOfFreedom.Moments(18));
        Assert.Equal(42, ModelDegreesOfFreedom.ImpliedParameters(18, 129));
    }

    [Theory]
    [InlineData("9", "variables: 6", FindingStatus.Consistent, "leaves 12 free parameters. The model is not described")]
    [InlineData("21", "variables: 6", FindingStatus.Inconsistent, "no model has that few.")]
    [InlineData("9", "variables: 6; parameters: 12", FindingStatus.Consistent, "the described model has 12.")]
    [InlineData("9", "variables: 6; parameters: 13", FindingStatus.Inconsistent, "the described model has 13.")]
    public void Audit_DegreesOfFreedom_LeaveTheParametersDescribed(string df, string details, FindingStatus status, string message)
    {
        var finding = Given.AuditOne("df of the model", Given.As(StatisticKind.DegreesOfFreedom, df).With(details.Split("; ")));
        Assert.Equal(status, finding.Status);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }
}
