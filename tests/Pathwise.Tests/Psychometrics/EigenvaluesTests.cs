using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class EigenvaluesTests
{
    [Fact]
    public void Eigenvalues_OfItemCorrelations_AreThoseOfR() => Oracle.Near(
        Oracle.Read("psych", "psych.json")["eigenvalues"].Numbers, Eigenvalues.Of(Moments.Correlation(Holzinger.Values)), 1e-10);
}
