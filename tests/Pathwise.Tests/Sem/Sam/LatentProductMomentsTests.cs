using System.Globalization;
using Pathwise.Numerics;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Moderation;
using Xunit;

namespace Pathwise.Tests.Sem.Sam;

public sealed class LatentProductMomentsTests
{
    private const string Model = "f =~ x1 + x2 + x3\ng =~ w1 + w2 + w3\nm =~ m1 + m2 + m3\nm ~ f + g + f:g\ny ~ m + f";

    private static readonly DataTable Data = DataTable.Read(Repository.Fixture("moderation", "latent.csv"));

    private static readonly (string Name, double Estimate, double Error, double Repeated)[] Matrices =
    [
        .. File.ReadLines(Repository.Fixture("lavaan", "sam", "products.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => (cells[0].Trim(), Number(cells[1]), Number(cells[2]), Number(cells[3]))),
    ];

    [Fact]
    public void Sam_ProductOfLatentVariables_IsWhatMatricesGive()
    {
        var result = ModelSpecification.Parse(Model).Sam(Data);
        Assert.Null(result.Joint);
        foreach (var (name, estimate, error, _) in Matrices)
        {
            var row = result.Structure.Estimates().Single(row => row.Lhs + row.Operator.Text() + row.Rhs is var text && (text == name || row.Rhs + row.Operator.Text() + row.Lhs == name));
            Oracle.Near(estimate, row.Value, 1e-7);
            Oracle.Near(error, row.StandardError, 1e-5);
        }
    }

    [Fact]
    public void Sam_CasesRepeated_AreWhatMatricesGive()
    {
        var result = ModelSpecification.Parse(Model).Sam(Data.Cases([0, 0, .. Enumerable.Range(0, Data.Count - 2)]));
        foreach (var (name, _, _, repeated) in Matrices.Where(each => each.Name.Contains('~')))
            Oracle.Near(repeated, result.Structure.Estimates().Single(row => row.Lhs + row.Operator.Text() + row.Rhs == name || row.Rhs + row.Operator.Text() + row.Lhs == name).Value, 1e-7);
    }

    // Every replicate goes through both steps: it is the analysis of its cases.
    [Fact]
    public void Draws_OfBothSteps_AreThoseOfTheDrawnCases()
    {
        var result = ModelSpecification.Parse(Model).Sam(Data);
        var options = new EffectOptions { Kinds = [IntervalKind.Percentile], Moderators = ["g"] };
        var bootstrap = result.Structure.Bootstrap(new() { Seed = 9, Replicates = 4 });
        for (var r = 0; r < bootstrap.Requested; r++)
        {
            var again = ModelSpecification.Parse(Model).Sam(Data.Cases(Bootstrapping.Cases(9, r, Data.Count)));
            Oracle.Near([.. again.Structure.Values], bootstrap.Values(r).ToArray(), 1e-7);
        }

        var moderated = result.Structure.Moderation(options, bootstrap);
        Assert.NotEmpty(moderated.Regions);
        Assert.Contains(moderated.Effects, row => row.Effect.Kind == Pathwise.Sem.Effects.EffectKind.ModerationIndex);
    }

    // y = 0.4 f + 0.3 g + 0.25 f g in the population; what product indicators and moments of scores estimate.
    [Fact]
    public void Sam_LargeSample_FindsThePopulation()
    {
        var stream = RandomStream.For(3, 0);
        var cases = Enumerable.Range(0, 40_000).Select(_ =>
        {
            double f = stream.NextNormal(), g = (0.3 * f) + stream.NextNormal();
            var y = (0.4 * f) + (0.3 * g) + (0.25 * f * g) + (0.5 * stream.NextNormal());
            double[] row = [f, 0.8 * f, 1.1 * f, g, 0.7 * g, 0.9 * g, y, 1.2 * y, 0.8 * y];
            return Array.ConvertAll(row, value => 3 + value + (0.7 * stream.NextNormal()));
        }).ToArray();
        string[] names = ["x1", "x2", "x3", "w1", "w2", "w3", "y1", "y2", "y3"];
        var values = new double[cases.Length, names.Length];
        for (var i = 0; i < cases.Length; i++)
        {
            for (var j = 0; j < names.Length; j++)
                values[i, j] = cases[i][j];
        }

        var result = ModelSpecification.Parse("f =~ x1 + x2 + x3\ng =~ w1 + w2 + w3\ny =~ y1 + y2 + y3\ny ~ f + g + f:g").Sam(DataTable.Of(names, values));
        double Slope(string cause) => result.Structure.Values[result.Structure.Table.Rows.Single(row => row.Operator == Operator.Regression && row.Rhs == cause).Free - 1];
        Assert.Equal(0.4, Slope("f"), 0.02);
        Assert.Equal(0.3, Slope("g"), 0.02);
        Assert.Equal(0.25, Slope("f:g"), 0.02);
    }

    private static double Number(string text) => double.Parse(text.Trim(), CultureInfo.InvariantCulture);
}
