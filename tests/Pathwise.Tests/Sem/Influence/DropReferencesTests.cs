using Pathwise.Numerics;
using Pathwise.Sem.Influence;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Influence;

public sealed class DropReferencesTests
{
    private static readonly InfluenceOptions Options = new() { Effect = "x -> m -> y", ReferenceSamples = 99, Seed = 4, Budget = 60 };

    [Fact]
    public void Draw_SameMoments_HasExactlyThoseOfTheData()
    {
        var fit = SmallMediation.Of(30, 1).Fit(SmallMediation.Partial);
        var cases = new double[90];
        Assert.Null(new ReferenceSampler(fit, ReferenceKind.SameMoments).Draw(RandomStream.For(3, 1), cases));
        var covariance = new double[9];
        new CaseResampler(cases, 3).All(covariance, 30);
        Oracle.Near(fit.Sample[0].Covariance.ToRowMajorArray(), covariance, 1e-12);
        Oracle.Near(fit.Sample[0].Means!.ToArray(), [.. Enumerable.Range(0, 3).Select(j => Enumerable.Range(0, 30).Average(i => cases[(i * 3) + j]))], 1e-12);
    }

    [Fact]
    public void Draw_BothKinds_OrderTheirQuantilesAndCountEverySample()
    {
        var result = SmallMediation.Of(40, 2).Fit(SmallMediation.Partial).Influence(Options);
        Assert.Equal(4, result.References.Count);
        Assert.All(result.References, each =>
        {
            Assert.Equal((99, 99), (each.Requested, each.Used));
            Assert.InRange(each.PValue ?? 1, 0.01, 1);
            var counts = each.Quantiles.Select(quantile => quantile.Count ?? int.MaxValue).ToList();
            Assert.Equal(counts.Order(), counts);
        });

        // The same moments have the same estimates and errors, so that no claim is met to begin with.
        Assert.All(result.References.Where(each => each.Kind == ReferenceKind.SameMoments), each => Assert.True(each.Quantiles[0].Count > 0));
    }

    [Fact]
    public void Draw_OneCaseThatCarriesTheEffect_IsNamedOddByTheSameMomentsAlone()
    {
        var fit = SmallMediation.OneOddCase(60, 3).Fit(SmallMediation.Partial);
        var result = fit.Influence(Options);
        Assert.Equal(1, result.Effect.Drop(DropClaim.Significance).Count);
        Assert.Equal([60], result.Effect.Drop(DropClaim.Significance).Cases.Select(each => each.Line));
        Assert.True(result.Reference(ReferenceKind.SameMoments)!.PValue <= 0.05);
    }
}
