using Pathwise.Sem.Categorical;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class FlatLikelihoodTests
{
    // The models in which lavaan's search ended elsewhere in a flat likelihood (tests/fixtures/lavaan/ordinal-random/PROVENANCE.md), and no other of forty.
    [Fact]
    public void Warnings_OfFortyRandomModels_NameTheFlatPairsOfThree()
    {
        var flat = OrdinalCase.Random.Where(name => OrdinalCase.ReadRandom(name).Fit().Warnings.Any(warning => warning.Code == "flat-likelihood"));
        Assert.Equal(["m07", "m11", "m26"], flat);
    }

    // The drop by brute force: differences of the log-likelihood are sums of its slope over small steps.
    [Fact]
    public void Is_EachPairOfAModel_IsAsManySmallStepsSay()
    {
        var data = DataTable.Read(Repository.Fixture("lavaan", "ordinal-random", "m07", "data.csv"));
        var flat = new List<string>();
        foreach (var (first, second, pair) in data.Polychoric(["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"]).Likelihoods.Where(each => Math.Abs(each.Pair.Correlation) >= 0.9))
        {
            const int Steps = 4000;
            var (at, end, drop) = (pair.Correlation, CorrelationSearch.Limit * Math.Sign(pair.Correlation), 0.0);
            for (var k = 0; k < Steps; k++)
                drop -= pair.At(at + ((end - at) * (k + 0.5) / Steps)).Slope * (end - at) / Steps;
            Assert.Equal(drop < 0.01, FlatLikelihood.Is(pair));
            if (drop < 0.01)
                flat.Add($"{first} {second}");
        }

        Assert.Equal(["a1 a2"], flat);
    }
}
