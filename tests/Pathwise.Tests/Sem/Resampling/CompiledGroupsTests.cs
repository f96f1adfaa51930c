using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

/// <summary>Several groups, equal parameters and least squares, fitted by compiled code as the general path fits them.</summary>
[Trait("pace", "slow")]
public sealed class CompiledGroupsTests
{
    private const string Factors = "f =~ x1 + x2 + x3\ng =~ x4 + x5 + x6\ng ~ b*f\n";
    private const string Free = "f =~ x1 + x2 + x3\ng =~ x4 + x5 + x6\ng ~ f\n";
    private const string Mediation = "x3 ~ a*x1 + x2\nx4 ~ b*x3 + c*x1\nab := a*b";

    private static readonly string[] Items = ["x1", "x2", "x3", "x4", "x5", "x6"];

    public static TheoryData<string, int, GroupEquality[], bool, Estimator> Models => new()
    {
        { Free, 2, [], false, Estimator.ML },
        { Free, 2, [GroupEquality.Loadings], true, Estimator.ML },
        { Free, 3, [GroupEquality.Loadings, GroupEquality.Intercepts], true, Estimator.ML },
        { Free + "f ~~ v*f\ng ~~ w*g", 2, [GroupEquality.Loadings], false, Estimator.MLR },
        { "f =~ x1 + c(l1, l2)*x2 + x3\nx4 ~ c(a1, a2)*f + x6\nboth := a1*l1 - a2*l2", 2, [], true, Estimator.ML },
        { "x3 ~ c(a1, a2)*x1 + x2\nx4 ~ c(b, b)*x3 + x1\nd := a1*b - a2*b", 2, [], true, Estimator.ML },
        { "f =~ x1 + l*x2 + l*x3\ng =~ x4 + k*x5 + k*x6\ng ~ f", 1, [], false, Estimator.ML },
        { "f =~ NA*x1 + l*x1 + l*x2 + l*x3\nf ~~ 1*f\nx4 ~ b*f\nx1 ~~ e*x1\nx2 ~~ e*x2\nshare := l*l*e", 1, [], true, Estimator.ML },
        { Factors + "x1 ~ 0*1\nx4 ~ 0*1\nf ~ m*1\ng ~ m*1", 1, [], true, Estimator.ML },
        { "x3 ~ a*x1 + x2\nx4 ~ b*x3 + a*x1\nx3 ~ i*1\nx4 ~ i*1\nx1 ~~ v*x1\nab := a*b + v", 1, [], true, Estimator.ML },
        { Factors + "a := b*2", 1, [], false, Estimator.GLS },
        { Factors + "a := b*2", 1, [], false, Estimator.ULS },
        { Mediation, 1, [], true, Estimator.GLS },
        { Mediation + "\nx5 ~~ x6", 1, [], true, Estimator.ULS },
        { Free, 2, [GroupEquality.Loadings], true, Estimator.GLS },
        { "f =~ x1 + x2 + x3\nf ~ x5\nx4 ~ f", 2, [GroupEquality.Loadings], false, Estimator.ULS },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Draw_FindsWhatTheGeneralPathFinds(string syntax, int groups, GroupEquality[] equal, bool hasMeans, Estimator estimator)
    {
        var fit = Fit(syntax, groups, equal, hasMeans, estimator, 90);
        foreach (var kind in Enum.GetValues<ResamplingKind>())
            Assert.True(PathComparison.Compare(fit, kind, 8) >= 14);
    }

    [Theory]
    [InlineData(Estimator.ML)]
    [InlineData(Estimator.GLS)]
    [InlineData(Estimator.ULS)]
    public void Draw_SmallSamples_EndAsOnTheGeneralPath(Estimator estimator)
    {
        var fit = Fit(Free, 2, [GroupEquality.Loadings], false, estimator, 32);
        Assert.InRange(PathComparison.Compare(fit, ResamplingKind.Nonparametric, 20, 1e-5), 25, 45);
        Assert.InRange(fit.Bootstrap(new BootstrapOptions { Seed = 18, Replicates = 20 }).Improper, 1, 19);
    }

    [Theory]
    [InlineData("b == 2*c", "the constraint b == 2*c, which is more than an equality of two parameters")]
    [InlineData("b > 0", "the constraint b > 0, which is more than an equality of two parameters")]
    [InlineData("b*c == 0.3", "the constraint b*c == 0.3, which is more than an equality of two parameters")]
    [InlineData("b == 0.5", "the constraint b == 0.5, which is more than an equality of two parameters")]
    [InlineData("b == c", null)]
    [InlineData("2*b == 2*c", null)]
    public void TryCompile_Constraint_SaysWhatIsMoreThanAnEquality(string constraint, string? expected)
    {
        var fit = Simulated.Table("x3 ~ b*x1 + c*x2\n" + constraint).Fit(Samples.Blocks(60));
        Assert.Equal(expected is null, CompiledGroups.TryCompile(fit, out var whyNot) is not null);
        Assert.Equal(expected, whyNot);
    }

    [Fact]
    public void Bootstrap_ThreadsAndInterrupts_ChangeNoDigit()
    {
        var fit = Fit(Free, 2, [GroupEquality.Loadings], true, Estimator.ML, 60);
        var options = new BootstrapOptions { Seed = 4, Replicates = 60, Rule = ImproperRule.Redraw, HasJackknife = true };
        var whole = fit.Bootstrap(options with { Threads = 1 });
        var other = fit.Bootstrap(options with { Threads = 3 });
        FastWorkerTests.AssertSame(whole.First, other.First);
        FastWorkerTests.AssertSame(whole.Jackknife!, other.Jackknife!);
        FastWorkerTests.AssertSame(whole.First, fit.Bootstrap(options, fit.Bootstrap(options with { Replicates = 25 })).First);
    }

    [Fact]
    public void Draw_SteadyState_AllocatesNothing()
    {
        var fit = Fit(Free, 2, [GroupEquality.Loadings], true, Estimator.ML, 60);
        var catalogue = Bootstrapping.Catalogue(fit, null);
        var worker = new GroupedRefit(fit, CompiledGroups.TryCompile(fit, out _)!, catalogue, [.. fit.Sample.Select((_, g) => SampleSources.Of(fit, ResamplingKind.Nonparametric, g + 1))]);
        var (table, stream) = (new ReplicateTable(1, catalogue), Pathwise.Numerics.RandomStream.For(1, 0));
        worker.Draw(stream, table.Row(0));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
            worker.Draw(stream, table.Row(0));
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static FitResult Fit(string syntax, int groups, GroupEquality[] equal, bool hasMeans, Estimator estimator, int n)
    {
        var options = new ModelOptions { MeanStructure = hasMeans, GroupEqual = equal, FixedX = estimator is not (Estimator.GLS or Estimator.ULS) };
        SampleMoments[] samples = [.. Enumerable.Range(0, groups).Select(g => Sample(n + (11 * g), g, groups == 1 ? "" : $"group {g}"))];
        return ModelSpecification.Parse(syntax).Fit(samples, new EstimationOptions { Estimator = estimator }, options);
    }

    private static SampleMoments Sample(int n, int group, string label)
    {
        var cases = Matrix<double>.Build.DenseOfRowMajor(n, 6, Simulated.Blocks(n, 6, 3, 9 + group));
        cases.MapIndexedInplace((_, j, value) => value + 3 + (0.1 * j) + (0.2 * group));
        return SampleMoments.OfCases(Items, cases, Divisor.Count, label);
    }
}
