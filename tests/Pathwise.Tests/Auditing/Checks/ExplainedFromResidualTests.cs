using System.Globalization;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class ExplainedFromResidualTests
{
    [Theory]
    [InlineData(0, FindingStatus.Consistent)]
    [InlineData(0.02, FindingStatus.Inconsistent)]
    public void Audit_TheVarianceThatLavaanExplains_IsOneLessItsResidual(double slip, FindingStatus status)
    {
        var printed = Oracle.Read("audit", "audit.json");
        string Text(string name) => (printed[name].Number + (name == "r2" ? slip : 0)).ToString("F3", CultureInfo.InvariantCulture);
        Assert.Equal(status, Given.AuditOne(
            "R-squared from residual",
            Given.As(StatisticKind.RSquared, Text("r2"), "r2").Linked("residual: psi"),
            Given.As(StatisticKind.Residual, Text("residual"), "psi")).Status);
    }
}
