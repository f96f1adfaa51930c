using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Evaluation;

public sealed class GoodnessOfFitTests
{
    [Theory]
    [InlineData("fiml")]
    [InlineData("monotone_fiml")]
    [InlineData("panel_fiml")]
    public void Gfi_WithMissingValues_IsLavaans(string id)
    {
        var expected = LavaanCase.Read(id).Root.GetProperty("fit").GetProperty("gfi").GetDouble();
        Oracle.Near(expected, LavaanCase.Read(id).Fit().Indices().Gfi, 1e-8);
    }

    [Fact]
    public void Gfi_FullInformationOfCompleteCases_IsThatOfMeanStructures()
    {
        var complete = LavaanCase.Read("cfa_std_lv_means");
        var plain = complete.Fit().Indices().Gfi!.Value;
        Oracle.Near(plain, complete.Fit(options => options with { Missing = MissingData.Fiml }).Indices().Gfi, 1e-9);
    }
}
