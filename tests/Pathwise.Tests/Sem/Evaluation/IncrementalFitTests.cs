using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Estimation;
using Xunit;

namespace Pathwise.Tests.Sem.Evaluation;

public sealed class IncrementalFitTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Cfi_SaturatedModelOfVariablesThatHardlyCovary_IsOne(int file)
    {
        var fit = ModelSpecification.Parse("m ~ x\ny ~ m + x").Fit(Edges.Data($"unrelated{file}"));
        Assert.Equal(Edges.Of($"unrelated{file}")["cfi"].Number, fit.Indices().Incremental.Cfi);
    }

    [Theory]
    [InlineData(4e-14)]
    [InlineData(0)]
    [InlineData(1e-9)]
    public void Of_RoundingInPlaceOfMisfit_DecidesNothing(double chiSquare)
    {
        var indices = IncrementalFit.Of(new ChiSquareTest(chiSquare, 0, null), new ChiSquareTest(1.79, 3, null));
        Assert.Equal(1, indices.Cfi);
        Assert.Null(IncrementalFit.Of(new ChiSquareTest(chiSquare, 0, null), new ChiSquareTest(chiSquare, 0, null)).Cfi);
        Assert.Null(IncrementalFit.Of(new ChiSquareTest(0, 0, null), new ChiSquareTest(chiSquare, 0, null)).Nfi);
    }
}
