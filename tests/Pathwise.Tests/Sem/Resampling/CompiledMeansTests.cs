using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

/// <summary>Models with means, fitted by compiled code as the general path fits them.</summary>
public sealed class CompiledMeansTests
{
    private const string Factors = "f =~ x1 + x2 + x3\ng =~ x4 + x5 + x6\ng ~ b*f\n";

    private static readonly string[] Items = ["x1", "x2", "x3", "x4", "x5", "x6"];

    public static TheoryData<string, bool> Saturated => new()
    {
        { Factors + "doubled := 2*b", true },
        { "f =~ x1 + l*x2 + x3\nf ~ b*x5 + x6\nx4 ~ c*f\nx1 ~ n*1\nthrough := b*c\nmixed := l*b + n", true },
        { "f =~ x1 + l*x2 + x3\nf ~ b*x5 + x6\nx4 ~ c*f\nx1 ~ n*1\nx4 ~ m*1\nmixed := l*b + n*m", false },
        { Factors + "f ~ 0.7*1\ng ~ -1.2*1", true },
        { "x3 ~ a*x1 + x2\nx4 ~ b*x3 + c*x1\nab := a*b", true },
        { "x3 ~ a*x1 + x2\nx4 ~ b*x3 + c*x1\nx5 ~~ x6\nab := a*b", false },
        { "f =~ x1 + x2 + x3\ng =~ x4 + x5 + x6\nh =~ 1*f + 1*g\nx1 ~~ x4", true },
    };

    public static TheoryData<string, bool> Structured => new()
    {
        { Factors + "x1 ~ 0*1\nf ~ 1", true },
        { "x3 ~ a*x1 + x2\nx4 ~ b*x3 + c*x1\nx4 ~ 0*1\nab := a*b", true },
        { "x3 ~ a*x1 + x2\nx4 ~ b*x3 + c*x1\nx4 ~ 4*1\nab := a*b", false },
        { "i =~ 1*x1 + 1*x2 + 1*x3 + 1*x4\nx1 ~ 0*1\nx2 ~ 0*1\nx3 ~ 0*1\nx4 ~ 0*1\ni ~ m*1 + x5\ntwice := 2*m", true },
        { "f =~ x1 + l*x2 + x3\nf ~ b*x5\nf ~ 1\nx1 ~ 0*1\nx4 ~ c*f\nsum := l + b*c", false },
    };

    [Theory]
    [MemberData(nameof(Saturated))]
    public void Draw_SaturatedMeans_FindsWhatTheGeneralPathFinds(string syntax, bool isFixedX) => AssertSame(syntax, isFixedX, MeanTreatment.Saturated);

    [Theory]
    [MemberData(nameof(Structured))]
    public void Draw_StructuredMeans_FindsWhatTheGeneralPathFinds(string syntax, bool isFixedX) => AssertSame(syntax, isFixedX, MeanTreatment.Structured);

    [Fact]
    public void Draw_SmallSamples_AreNamedImproperAsOnTheGeneralPath()
    {
        foreach (var syntax in new[] { Factors, Factors + "x1 ~ 0*1\nf ~ 1" })
        {
            var fit = Fit(syntax, true, 34, Likelihood.Wishart);
            Assert.InRange(PathComparison.Compare(fit, ResamplingKind.Nonparametric, 30, 1e-5), 40, 65);
            Assert.InRange(fit.Bootstrap(new BootstrapOptions { Seed = 18, Replicates = 30 }).Improper, 2, 28);
        }
    }

    [Fact]
    public void TryCompile_RestrictedMeansFarFromZero_AreTheGeneralPaths()
    {
        var (free, restricted) = (Fit(Factors, true, 60, mean: 2000), Fit(Factors + "x1 ~ 0*1\nf ~ 1", true, 60, mean: 2000));
        Assert.NotNull(CompiledPath.TryCompile(free, out _));
        Assert.Null(CompiledPath.TryCompile(restricted, out var whyNot));
        Assert.Equal("restricted means more than 30 standard deviations from zero", whyNot);
        Assert.True(PathComparison.Compare(free, ResamplingKind.Nonparametric, 20) >= 40);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x1 ~ 0*1\nf ~ 1")]
    public void Bootstrap_ThreadsAndInterrupts_ChangeNoDigit(string means)
    {
        var fit = Fit(Factors + means, true, 60);
        var options = new BootstrapOptions { Seed = 4, Replicates = 90, Rule = ImproperRule.Redraw, HasJackknife = true };
        var whole = fit.Bootstrap(options with { Threads = 1 });
        FastWorkerTests.AssertSame(whole.First, fit.Bootstrap(options with { Threads = 3 }).First);
        FastWorkerTests.AssertSame(whole.First, fit.Bootstrap(options, fit.Bootstrap(options with { Replicates = 40 })).First);
    }

    private static void AssertSame(string syntax, bool isFixedX, MeanTreatment treatment)
    {
        var fit = Fit(syntax, isFixedX, 130);
        Assert.Equal(treatment, CompiledPath.TryCompile(fit, out _)!.Means);
        foreach (var kind in Enum.GetValues<ResamplingKind>())
            Assert.True(PathComparison.Compare(fit, kind, 12) >= 20);
    }

    private static FitResult Fit(string syntax, bool isFixedX, int n, Likelihood likelihood = Likelihood.Normal, double mean = 3)
    {
        var cases = Matrix<double>.Build.DenseOfRowMajor(n, 6, Simulated.Blocks(n, 6, 3, 9));
        cases.MapIndexedInplace((_, j, value) => value + mean + (0.4 * j));
        return Simulated.Table(syntax, new ModelOptions { FixedX = isFixedX, MeanStructure = true }).Fit(SampleMoments.OfCases(Items, cases, Divisor.Count), new EstimationOptions { Likelihood = likelihood });
    }
}
