using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Power;

public sealed class CompiledPowerTests
{
    private const string Factors = """
        x =~ 1*x1 + start(0.9)*x2 + start(0.8)*x3
        m =~ 1*m1 + start(0.9)*m2 + start(0.8)*m3
        y =~ 1*y1 + start(0.9)*y2 + start(0.8)*y3
        m ~ start(0.4)*a*x
        y ~ start(0.4)*b*m + start(0.1)*x
        x ~~ start(1)*x
        m ~~ start(0.84)*m
        y ~~ start(0.8)*y
        x1 ~~ start(0.5)*x1
        x2 ~~ start(0.5)*x2
        x3 ~~ start(0.5)*x3
        m1 ~~ start(0.5)*m1
        m2 ~~ start(0.5)*m2
        m3 ~~ start(0.5)*m3
        y1 ~~ start(0.5)*y1
        y2 ~~ start(0.5)*y2
        y3 ~~ start(0.5)*y3
        through := a*b
        odds := exp(a)/(1 + b^2)

        """;

    private const string Paths = """
        m ~ start(0.4)*x
        n ~ start(-0.3)*x + start(0.2)*m
        y ~ start(0.3)*m + start(0.2)*n + start(0.25)*x
        x ~~ start(2)*x
        m ~~ start(0.84)*m
        n ~~ start(0.7)*n
        y ~~ start(0.8)*y

        """;

    private const string Loop = """
        y ~ start(0.3)*z + start(0.5)*x
        z ~ start(0.4)*y + start(0.5)*w
        x ~~ start(1)*x
        w ~~ start(1)*w
        x ~~ start(0.2)*w
        y ~~ start(0.8)*y
        z ~~ start(0.8)*z

        """;

    // Of second order, one factor of the first taking no part in regressions.
    private const string SecondOrder = """
        f =~ 1*a1 + start(0.8)*a2 + start(0.9)*a3
        g =~ 1*b1 + start(0.8)*b2 + start(0.9)*b3
        h =~ 1*f + start(0.9)*g
        h ~ start(0.5)*x
        z ~ start(0.6)*h
        x ~~ start(1)*x
        z ~~ start(0.7)*z
        h ~~ start(0.8)*h
        f ~~ start(0.3)*f
        g ~~ start(0.3)*g
        a1 ~~ start(0.5)*a1
        a2 ~~ start(0.5)*a2
        a3 ~~ start(0.5)*a3
        b1 ~~ start(0.5)*b1
        b2 ~~ start(0.5)*b2
        b3 ~~ start(0.5)*b3
        """;

    private const string Growth = """
        i =~ 1*t1 + 1*t2 + 1*t3 + 1*t4
        s =~ 0*t1 + 1*t2 + 2*t3 + 3*t4
        i ~~ start(1)*i
        s ~~ start(0.3)*s
        i ~~ start(0.1)*s
        t1 ~~ start(0.6)*t1
        t2 ~~ start(0.6)*t2
        t3 ~~ start(0.6)*t3
        t4 ~~ start(0.6)*t4
        t1 ~ 0*1
        t2 ~ 0*1
        t3 ~ 0*1
        t4 ~ 0*1
        i ~ start(3)*1
        s ~ start(0.4)*1 + start(0.3)*x
        x ~ start(1)*1
        x ~~ start(1)*x
        """;

    private static readonly ModelOptions RandomX = new() { FixedX = false };

    public static TheoryData<string, string, int, Likelihood> Studies => new()
    {
        { "factors", Factors, 150, Likelihood.Normal },
        { "factors of few cases", Factors, 25, Likelihood.Wishart },
        { "saturated means", Factors + string.Join("\n", "x1 x2 x3 m1 m2 m3 y1 y2 y3".Split(' ').Select(name => $"{name} ~ start(3)*1")), 90, Likelihood.Normal },
        { "observed paths", Paths, 40, Likelihood.Normal },
        { "observed paths with means", Paths + "x ~ start(1)*1\nm ~ start(2)*1\nn ~ start(2)*1\ny ~ start(4)*1", 40, Likelihood.Normal },
        { "a feedback loop", Loop, 120, Likelihood.Normal },
        { "a feedback loop with means", Loop + "x ~ start(1)*1\nw ~ start(2)*1\ny ~ start(2)*1\nz ~ 0*1", 120, Likelihood.Normal },
        { "second order", SecondOrder, 100, Likelihood.Normal },
        { "growth", Growth, 80, Likelihood.Normal },
    };

    [Theory]
    [MemberData(nameof(Studies))]
    public void Samples_OfAnyCompiledModel_AreThoseOfTheGeneralPath(string name, string syntax, int count, Likelihood likelihood)
    {
        const int Replicates = 80;
        var (population, options) = Study(syntax, new PowerOptions { Count = count, Replicates = Replicates, Seed = 31, Likelihood = likelihood });
        var path = new PowerPath(population, options);
        Assert.True(path.Words.IsCompiled, $"{name}: {path.Words.Reason}");
        var converged = 0;
        foreach (var (i, compiled) in path.Worker().Samples(0, 64, default).Concat(path.Worker().Samples(64, Replicates - 64, default)).Index())
        {
            var general = new GeneralPower(population, options).Sample(i, default)!;
            Assert.True(general.Status == compiled.Status, $"{name}, sample {i}: {general.Status} on the general path, {compiled.Status} compiled");
            if (!general.Status.HasConverged())
                continue;
            converged++;
            for (var place = 0; place < general.Places; place++)
                AssertSame(general, compiled, place, Tolerance(population, general, place, count), $"{name}, sample {i}, {place}");
        }

        Assert.InRange(converged, Replicates / 2, Replicates);
    }

    // Decisions about effects, and why there are none, are those of the tests of fits.
    [Theory]
    [InlineData("factors", Factors, 40)]
    [InlineData("observed paths", Paths, 30)]
    [InlineData("second order", SecondOrder, 45)]
    public void Tests_OfEffects_DecideAsOnTheGeneralPath(string name, string syntax, int count)
    {
        var isOfOnePath = syntax != Paths;
        var (population, options) = Study(syntax, new PowerOptions
        {
            Count = count, Replicates = 60, Seed = 8, Equivalence = isOfOnePath && syntax != SecondOrder ? 0.4 : null, Level = 0.9,
            IndirectTests = isOfOnePath ? [MediationTestKind.Mbco, MediationTestKind.JointSignificance, MediationTestKind.Sobel] : [MediationTestKind.JointSignificance, MediationTestKind.Sobel],
        });
        var path = new PowerPath(population, options);
        Assert.True(path.Words.IsCompiled, $"{name}: {path.Words.Reason}");
        var decisions = new List<SimulatedDecision>();
        foreach (var (i, compiled) in path.Worker().Samples(0, options.Replicates, default).Index())
        {
            var general = new GeneralPower(population, options).Sample(i, default)!;
            if (!general.Status.HasConverged())
                continue;
            Assert.Equal(general.Decisions, compiled.Decisions);
            decisions.AddRange(compiled.Decisions);
        }

        Assert.Contains(decisions, each => each.IsRejected == true);
        Assert.Contains(decisions, each => each.IsRejected == false);
        Assert.Equal(!isOfOnePath, decisions.Exists(each => each.Why is not null));
    }

    [Fact]
    public void SimulatePower_WhatIsNotCompiled_SaysWhy()
    {
        Assert.Equal("constraints", Reason(Paths.Replace("start(-0.3)*x + start(0.2)*m", "start(0.3)*k*x + start(0.3)*k*m", StringComparison.Ordinal), 40));
        Assert.Equal("samples with no more cases than variables", Reason(Paths, 4));
        Assert.Equal("percentile, profile likelihood intervals", Reason(Paths, 40, IntervalKind.Delta, IntervalKind.Percentile, IntervalKind.Profile));
        Assert.Equal("a definition of other parameters than regressions", Reason(Paths.Replace("y ~~ start(0.8)", "y ~~ start(0.8)*rest", StringComparison.Ordinal) + "share := 1 - rest", 40));
        Assert.Equal("restricted means more than 30 standard deviations from zero", Reason(Loop + "x ~ start(100)*1\nw ~ start(2)*1\ny ~ start(2)*1\nz ~ 0*1", 40));
        Assert.Equal("tests by the bootstrap", Reason(Paths, new PowerOptions { Count = 40, Seed = 1, IndirectTests = [MediationTestKind.Adaptive] }));
        Assert.Equal("likelihood-ratio tests of sums of effects", Reason(Paths, new PowerOptions { Count = 40, Seed = 1, IndirectTests = [MediationTestKind.Mbco] }));
        Assert.Equal("likelihood-ratio tests of a model with means", Reason(Loop + "x ~ start(1)*1\nw ~ start(2)*1\ny ~ start(2)*1\nz ~ 0*1", new PowerOptions { Count = 40, Seed = 1, Effects = ["x -> y -> z"], IndirectTests = [MediationTestKind.Mbco] }));
        Assert.Equal("reduced-bias estimation", Reason(Paths, new PowerOptions { Count = 40, Seed = 1, BiasReduction = BiasReduction.Explicit }));
        Assert.Equal("reports of parameters", Reason(Paths, new PowerOptions { Count = 40, Seed = 1, HasParameters = true }));
        Assert.Null(Reason(Paths, 40));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void SimulatePower_NoMoreCasesThanVariables_CountsEverySampleAsSingular(int count)
    {
        var result = Table(Paths).SimulatePower(Starts(Table(Paths)), new PowerOptions { Count = count, Replicates = 200, Seed = 2 });
        Assert.Equal((200, 0), (result.Drawn, result.Converged));
        Assert.Equal([FitStatus.SingularSample.Reason()], result.Failures.Keys);
        Assert.Empty(result.Effects);
    }

    [Fact]
    public void SimulatePower_AnyNumberOfThreads_GivesTheSameBits()
    {
        var options = new PowerOptions { Count = 60, Replicates = 333, Seed = 5 };
        var (one, three) = (Table(Factors).SimulatePower(Starts(Table(Factors)), options), Table(Factors).SimulatePower(Starts(Table(Factors)), options with { Threads = 3 }));
        Assert.Equal(one.Effects.Select(Numbers), three.Effects.Select(Numbers));
        Assert.Equal(one.Effects.SelectMany(each => each.Intervals), three.Effects.SelectMany(each => each.Intervals));
        Assert.Equal((333, one.Improper), (three.Drawn, three.Improper));
    }

    [Fact]
    public void SimulatePower_Interrupted_IsOfTheSamplesDrawn()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new Stopping(cancellation);
        var result = Table(Factors).SimulatePower(Starts(Table(Factors)), new PowerOptions { Count = 60, Replicates = 100_000, Seed = 5 }, progress, cancellation.Token);
        Assert.InRange(result.Drawn, 64, 99_999);
        Assert.Equal(result.Drawn, result.Converged + result.Failures.Values.Sum());
    }

    private static (int Count, double Mean, double Deviation, double? Error) Numbers(EffectPower each) => (each.Count, each.Mean, each.Deviation, each.MeanError);

    private static string? Reason(string syntax, int count, params IntervalKind[] kinds)
    {
        var options = new PowerOptions { Count = count, Seed = 1 };
        return Reason(syntax, kinds.Length == 0 ? options : options with { Kinds = kinds });
    }

    private static string? Reason(string syntax, PowerOptions options)
    {
        var (population, used) = Study(syntax, options);
        return new PowerPath(population, used).Words.Reason;
    }

    // Few cases hardly determine the estimates, and a share whose total is nearly zero magnifies what the searches leave by its own size.
    private static double Tolerance(SimulatedPopulation population, PowerSample general, int place, int count)
    {
        var isShare = population.Catalogue.Effects[place % population.Catalogue.Effects.Count].Kind == EffectKind.ProportionMediated;
        return (count < 30 ? 1e-6 : 1e-8) * (isShare ? 1 + Math.Abs(general.Values[place]) : 1);
    }

    private static void AssertSame(PowerSample general, PowerSample compiled, int place, double tolerance, string where)
    {
        var (expected, actual) = (general.Intervals[place], compiled.Intervals[place]);
        AssertSame(general.Values[place], compiled.Values[place], tolerance, $"{where}, estimate");
        AssertSame(general.Errors[place], compiled.Errors[place], tolerance, $"{where}, error");
        AssertSame(expected?.Lower ?? double.NaN, actual?.Lower ?? double.NaN, tolerance, $"{where}, lower bound");
        AssertSame(expected?.Upper ?? double.NaN, actual?.Upper ?? double.NaN, tolerance, $"{where}, upper bound");
    }

    private static void AssertSame(double expected, double actual, double tolerance, string where) => Assert.True(
        expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * (1 + Math.Abs(expected)), $"{where}: {expected:R} on the general path, {actual:R} compiled");

    private static (SimulatedPopulation Population, PowerOptions Options) Study(string syntax, PowerOptions options) =>
        (new SimulatedPopulation(Table(syntax), Starts(Table(syntax))), options);

    private static ParameterTable Table(string syntax) => Simulated.Table(syntax, RandomX);

    private static double[] Starts(ParameterTable table) =>
        [.. table.Rows.Where(row => row.IsFree).OrderBy(row => row.Free).Select(row => row.Start!.Value)];

    private sealed class Stopping(CancellationTokenSource cancellation) : IProgress<BootstrapProgress>
    {
        public void Report(BootstrapProgress value) => cancellation.Cancel();
    }
}
