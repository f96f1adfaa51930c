using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Sam;

public sealed class SamRefitTests
{
    public static TheoryData<string, string, SamOptions, EstimationOptions, string?> Models() => new()
    {
        { "democracy", SamExamples.Democracy, new(), new(), null },
        { "second", SamExamples.Second, new() { Blocks = SamExamples.SecondBlocks, AlphaCorrection = 4 }, new(), null },
        { "democracy", SamExamples.Democracy, new() { Mapping = MappingMethod.GLS }, new() { Estimator = Estimator.GLS }, "the estimator GLS" },
        { "democracy", SamExamples.Democracy, new() { Method = SamMethod.Global }, new(), "global SAM" },
        { "democracy", SamExamples.Democracy.Replace("a*ind60", "b*ind60", StringComparison.Ordinal).Replace("ab := a*b", "bb := b*b", StringComparison.Ordinal), new(), new(), "constraints" },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Draws_EachReplicate_IsTheAnalysisOfItsCases(string data, string model, SamOptions options, EstimationOptions estimation, string? whyGeneral)
    {
        var table = SamExamples.Data(data);
        var result = ModelSpecification.Parse(model).Sam(table, options, estimation);
        var bootstrap = result.Structure.Bootstrap(new() { Seed = 4, Replicates = 5, HasJackknife = true });
        Assert.Equal(whyGeneral, FittingPath.Of(result.Structure).Reason);
        for (var r = 0; r < bootstrap.Requested; r++)
        {
            var cases = table.Cases(Bootstrapping.Cases(4, r, table.Count));
            Oracle.Near([.. ModelSpecification.Parse(model).Sam(cases, options, estimation).Structure.Values], bootstrap.Values(r).ToArray(), 1e-5);
        }

        var without = ModelSpecification.Parse(model).Sam(table.Cases([.. Enumerable.Range(1, table.Count - 1)]), options, estimation);
        Oracle.Near([.. without.Structure.Values], bootstrap.Jackknife!.Values(0).ToArray(), 1e-5);
    }

    [Fact]
    public void Draws_Threads_ChangeNoDigit()
    {
        var fit = SamExamples.Of("democracy", SamExamples.Democracy, new()).Structure;
        var (one, two) = (fit.Bootstrap(new() { Seed = 4, Replicates = 60 }), fit.Bootstrap(new() { Seed = 4, Replicates = 60, Threads = 2 }));
        for (var r = 0; r < 60; r++)
            Assert.True(one.Values(r).SequenceEqual(two.Values(r)));
    }

    // The delta method of a product of coefficients from the two-step covariances, and the spread of the bootstrap near it.
    [Fact]
    public void Effects_OfTwoSteps_HaveTheErrorsOfBoth()
    {
        var fit = SamExamples.Of("democracy", SamExamples.Democracy, new()).Structure;
        var bootstrap = fit.Bootstrap(new() { Seed = 4, Replicates = 400 });
        var options = new EffectOptions { Kinds = [IntervalKind.Delta, IntervalKind.MonteCarlo, IntervalKind.Percentile] };
        var effect = fit.EstimateEffects(options, bootstrap).Named("ind60 -> dem60 -> dem65");
        Assert.Equal(3, effect.Intervals.Count(interval => !interval.IsStandardized));
        var delta = fit.EstimateEffects(new()).Named("ind60 -> dem60 -> dem65");
        Oracle.Near(0.336718984625, delta.StandardError, 1e-5);
        Assert.Equal(delta.StandardError!.Value, effect.StandardError!.Value, 0.1);
        Assert.Contains("Profile-likelihood", Assert.Throws<InputException>(() => fit.EstimateEffects(new() { Kinds = [IntervalKind.Profile] })).Message, StringComparison.Ordinal);
        Assert.Contains("do not draw cases", Assert.Throws<InputException>(() => fit.Bootstrap(new() { Seed = 1, Replicates = 3, Kind = ResamplingKind.Parametric })).Message, StringComparison.Ordinal);
    }
}
