using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

[Trait("pace", "slow")]
public sealed class CoverageTests
{
    private static readonly string[] Names = ["x1", "x2", "x3", "x4"];

    [Fact]
    public void Warnings_NoCaseHasBoth_NameThePair()
    {
        var warning = Assert.Single(Fit((i, j) => j == (i % 2 == 0 ? 1 : 3)).Warnings);
        Assert.Equal("no-coverage", warning.Code);
        Assert.StartsWith("The sample: no case has both x2 and x4.", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_FewCasesHaveBoth_NameThePairAndItsShare()
    {
        var warning = Assert.Single(Fit((i, j) => i >= 12 && j == (i % 2 == 0 ? 0 : 2)).Warnings);
        Assert.Equal("low-coverage", warning.Code);
        Assert.StartsWith("The sample: less than 10 % of the cases have x1 and x3 (6 %).", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_ATenthOfTheCasesHaveBoth_AreNone() =>
        Assert.Empty(Fit((i, j) => i >= 20 && j == (i % 2 == 0 ? 0 : 2)).Warnings);

    [Fact]
    public void Warnings_Listwise_AreNone()
    {
        var sample = SampleMoments.OfCases(Names, Cases((i, j) => i % 2 == 0 && j == 1), Divisor.Count);
        Assert.Empty(ModelSpecification.Parse("f =~ x1 + x2 + x3 + x4").Fit(sample).Warnings);
    }

    private static FitResult Fit(Func<int, int, bool> isMissing) => ModelSpecification.Parse("f =~ x1 + x2 + x3 + x4").Fit(
        SampleMoments.OfCases(Names, Cases(isMissing), Divisor.Count), new EstimationOptions { Missing = MissingData.Fiml });

    private static Matrix<double> Cases(Func<int, int, bool> isMissing)
    {
        var stream = RandomStream.For(9, 0);
        var factors = Enumerable.Range(0, 200).Select(_ => stream.NextNormal()).ToArray();
        return Matrix<double>.Build.Dense(200, 4, (i, j) => factors[i] + (0.8 * stream.NextNormal()))
            .MapIndexed((i, j, value) => isMissing(i, j) ? double.NaN : value);
    }
}
