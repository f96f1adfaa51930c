using Pathwise.Sem.Evaluation;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Evaluation;

public sealed class RobustIndicesTests
{
    [Theory]
    [InlineData("fiml", true)]
    [InlineData("fiml_mlr", true)]
    [InlineData("poldem_mlm", true)]
    [InlineData("cfa", false)]
    [InlineData("cfa_gls", false)]
    public void Indices_RobustForms_ExistWithMissingValuesAndRobustEstimatorsAlone(string id, bool exist)
    {
        var indices = LavaanCase.Read(id).Fit().Indices();
        Assert.Equal(exist, indices.RobustIncremental is not null);
        Assert.Equal(exist, indices.RobustRmsea?.Value is not null);
        Assert.Equal(exist, indices.RobustGammaHat?.Upper is not null);
    }

    [Fact]
    public void Indices_FullInformationOfCompleteCases_AreThePlainOnes()
    {
        var indices = LavaanCase.Read("cfa").Fit(options => options with { Missing = Pathwise.Sem.Estimation.MissingData.Fiml }).Indices();
        Oracle.Near(indices.Cfi!.Value, indices.RobustIncremental!.Cfi, 1e-9);
        Oracle.Near(indices.Rmsea!.Value, indices.RobustRmsea!.Value, 1e-9);
        Oracle.Near(indices.RmseaUpper!.Value, indices.RobustRmsea.Upper, 1e-9);
        Oracle.Near(indices.RmseaPValue!.Value, indices.RobustRmsea.ClosePValue, 1e-9);
    }

    [Fact]
    public void Indices_WithoutDegreesOfFreedom_HaveNoRobustForms()
    {
        var indices = LavaanCase.Read("saturated_path").Fit(options => options with { Missing = Pathwise.Sem.Estimation.MissingData.Fiml }).Indices();
        Assert.Equal(0, indices.DegreesOfFreedom);
        Assert.Null(indices.RobustRmsea!.Value);
        Assert.Null(indices.RobustIncremental!.Tli);
    }
}
