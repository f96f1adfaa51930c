using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Moderation;
using Xunit;

namespace Pathwise.Tests.Sem.Sam;

/// <summary>What <c>sam()</c> of lavaan 0.7-2 prints for a product of latent variables, and manymome for conditional effects, of 500 synthetic cases: see the fixture's PROVENANCE.</summary>
public sealed class LatentProductNumbersTests
{
    private const string Measured = "fx =~ x1 + x2 + x3 + x4\nfw =~ w1 + w2 + w3 + w4\nfy =~ y1 + y2 + y3 + y4\n";

    private const string Mediated = Measured + "fm =~ m1 + m2 + m3 + m4\nfm ~ fx + fw + fx:fw\nfy ~ fm + fx";

    private static readonly DataTable Data = DataTable.Read(Repository.Fixture("manymome", "data_sem_mome.csv"));

    [Theory]
    [InlineData("direct", Measured + "fy ~ fx + fw + fx:fw")]
    [InlineData("mediated", Mediated)]
    public void Sam_ProductOfLatentVariables_HasWhatLavaan07Prints(string which, string model)
    {
        var fit = ModelSpecification.Parse(model).Sam(Data).Structure;
        var bootstrap = fit.Bootstrap(new() { Seed = 5, Replicates = 600 });
        var (plain, resampled) = (new PrintedEffects(fit, ["fw"], []), new PrintedEffects(fit, ["fw"], [], bootstrap));
        foreach (var row in File.ReadLines(Repository.Fixture("manymome", "latent.csv")).Skip(1).Select(line => line.Split(',')).Where(row => row[0] == which))
        {
            var (isStandardized, found) = (row[1] == "standardized", plain.Find(row[1], row[2], row[3]));
            Oracle.Near(PrintedEffects.Number(row[4])!.Value, isStandardized ? found.Standardized : found.Value, 5.1e-4);
            if (PrintedEffects.Number(row[6]) is { } lower)
                PrintedEffects.AgreeButForChance(resampled.Find(row[1], row[2], row[3]), PrintedEffects.Number(row[5]), lower, PrintedEffects.Number(row[7])!.Value, isStandardized);
        }
    }

    // The page's standard errors are lavaan's two-step ones, which take the moments of products as of normal variables; those here are by the infinitesimal jackknife.
    [Fact]
    public void Sam_ProductOfLatentVariables_HasTheFirstStepAndTheMomentsOfLavaan()
    {
        var result = ModelSpecification.Parse(Mediated).Sam(Data);
        foreach (var (factor, chiSquare, reliability) in new[] { ("fm", 1.912, 0.706), ("fw", 3.416, 0.881), ("fx", 1.782, 0.887), ("fy", 2.332, 0.831) })
        {
            var block = result.Blocks.Single(block => block.Factors is [var only] && only == factor);
            Oracle.Near(chiSquare, block.Fit.Test().Value, 5.1e-4);
            Assert.Equal(2, block.Fit.DegreesOfFreedom());
            Oracle.Near(reliability, result.Moments[0].Reliabilities[result.Moments[0].Names.ToList().IndexOf(factor)]!.Value, 5.1e-4);
        }

        Oracle.Near(42.373, result.Structure.Test().Value, 5.1e-4);
        Assert.Equal(2, result.Structure.DegreesOfFreedom());
        foreach (var (lhs, rhs, value) in new[]
        {
            ("fx", "fw", -0.016), ("fx", "fx:fw", -0.005), ("fw", "fx:fw", 0.036), ("fx", "fx", 0.643), ("fw", "fw", 0.695), ("fx:fw", "fx:fw", 0.436), ("fm", "fm", 0.007), ("fy", "fy", 0.395),
        })
        {
            Oracle.Near(value, result.Structure.Estimates().Single(row => row.Operator == Operator.Covariance && row.Lhs == lhs && row.Rhs == rhs).Value, 5.1e-4);
        }
    }
}
