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

    private static readonly DataTable Data = DataTable.Read(Repository.Fixture("manymome", "data_sem_mome.csv"));

    [Theory]
    [InlineData("direct", Measured + "fy ~ fx + fw + fx:fw")]
    [InlineData("mediated", Measured + "fm =~ m1 + m2 + m3 + m4\nfm ~ fx + fw + fx:fw\nfy ~ fm + fx")]
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
}
