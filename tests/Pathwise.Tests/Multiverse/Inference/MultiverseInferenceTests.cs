using Pathwise.Multiverse.Inference;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Reporting.Plots;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class MultiverseInferenceTests
{
    private static readonly string Countries = Repository.Path("data", "multiverse", "political-democracy.yaml");

    [Fact]
    public void Infer_UniversesThatDifferInInferenceAlone_ShareOneFitAndItsP()
    {
        var result = MultiversePlan.Read(Countries).Run(new MultiverseOptions { Replicates = 99, Seed = 4 });
        var curves = result.Infer();
        var joint = curves.Where(curve => curve.Type == DecisionType.Equivalent).ToList();
        Assert.Equal(result.Plan.Claims, joint.Select(curve => curve.Claim));
        foreach (var curve in joint)
        {
            Assert.Equal((6, 3, 99), (curve.Rows.Count, curve.Fits, curve.Replicates));
            Assert.InRange(curve.PValues.Distinct().Count(), 1, 3);
            Assert.Equal([1.0, 0.0], curve.Shares.Select(share => share.Share!.Value), (x, y) => Math.Abs(x - y) < 1e-9);
            Assert.All(curve.Rows.Zip(curve.Bounds), each => Assert.True(each.Second!.Value.Contains(Standardized(result, each.First, curve.Claim))));
        }

        // Where nothing is drawn together, nothing is said together.
        Assert.All(curves.Where(curve => curve.Type != DecisionType.Equivalent), curve =>
        {
            Assert.Null(curve.Band);
            Assert.Null(curve.Every);
            Assert.Empty(curve.Tests);
            Assert.Empty(curve.PValues);
        });
    }

    [Fact]
    public void Infer_WithoutABootstrap_DescribesAndClaimsNothingOfAll()
    {
        var result = MultiverseFigureTests.Made(100);
        var curves = result.Infer();
        Assert.Equal(3, curves.Count);
        Assert.All(curves, curve =>
        {
            Assert.Equal((95, 5), (curve.Rows.Count, curve.Failed));
            Assert.Null(curve.Band);
            Assert.Null(curve.Every);
            Assert.Equal(1, curve.Shares.Sum(share => share.Share!.Value), 9);
            Assert.All(curve.Shares, share => Assert.Null(share.Interval));
            Assert.Equal(0.06, curve.Spread.TypicalError);
        });
        var held = curves[0];
        Assert.Equal(result.Rows.Count(row => row.Claims[0].Holds == true), held.Holding);
        Assert.NotNull(held.Shortest);
        Assert.All(held.Shortest.Universes, row => Assert.Equal(!held.Shortest.HoldsInReference, result.Rows[row].Claims[0].Holds));
    }

    [Fact]
    public void Infer_ALevelThatIsNone_IsRefused() =>
        Assert.Throws<InputException>(() => MultiverseFigureTests.Made(5).Infer(new InferenceOptions { Level = 95 }));

    [Fact]
    public void Draws_OfAFit_AreThoseOfThePlainBootstrapWithTheSameCases()
    {
        var result = MultiversePlan.Read(Countries).Run(new MultiverseOptions { Replicates = 40, Seed = 4 });
        var fit = ModelSpecification.Read(Repository.Path("data", "examples", "political-democracy.lav")).Fit(DataTable.Read(Repository.Path("data", "examples", "political-democracy.csv")));
        var plain = fit.Bootstrap(new BootstrapOptions { Replicates = 40, Seed = 4 });
        var effect = plain.Effects.ToList().FindIndex(each => each.Name == result.Plan.Claims[0].Effect);
        var reference = result.Rows.ToList().FindIndex(row => row.IsReference);
        Assert.All(plain.Draws(effect, true).Zip(result.Draws(reference, 0).ToArray()), each => Assert.Equal(each.First, each.Second, 8));
    }

    private static double Standardized(MultiverseResult result, int row, Claim claim) => result.Rows[row].Effects.Named(claim.Effect).Standardized!.Value;
}
