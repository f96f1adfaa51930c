using System.Globalization;
using Pathwise.Numerics;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
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

    // The population is what modsem 1.0.12 prints for its data oneInt by LMS (article "modsem", A Simple Example; commit 016f9e0f of Kss2k/modsem).
    [Fact]
    public void Sam_LargeSampleOfModsemsPopulation_FindsIt()
    {
        const int Count = 40_000;
        var stream = RandomStream.For(3, 0);
        (string Name, int Factor, double Loading, double Residual)[] indicators =
        [
            ("x1", 0, 1, 0.158), ("x2", 0, 0.803, 0.162), ("x3", 0, 0.914, 0.164), ("z1", 1, 1, 0.167), ("z2", 1, 0.810, 0.160), ("z3", 1, 0.881, 0.158),
            ("y1", 2, 1, 0.160), ("y2", 2, 0.798, 0.154), ("y3", 2, 0.899, 0.164),
        ];
        var values = new double[Count, indicators.Length];
        for (var i = 0; i < Count; i++)
        {
            var x = Math.Sqrt(0.981) * stream.NextNormal();
            var z = (0.200 / 0.981 * x) + (Math.Sqrt(1.018 - (0.200 * 0.200 / 0.981)) * stream.NextNormal());
            double[] factors = [x, z, (0.672 * x) + (0.570 * z) + (0.718 * x * z) + (Math.Sqrt(0.980) * stream.NextNormal())];
            for (var j = 0; j < indicators.Length; j++)
                values[i, j] = 1 + (indicators[j].Loading * factors[indicators[j].Factor]) + (Math.Sqrt(indicators[j].Residual) * stream.NextNormal());
        }

        var result = ModelSpecification.Parse("X =~ x1 + x2 + x3\nY =~ y1 + y2 + y3\nZ =~ z1 + z2 + z3\nY ~ X + Z + X:Z").Sam(DataTable.Of([.. indicators.Select(each => each.Name)], values));
        double Value(string lhs, string rhs) => result.Structure.Values[result.Structure.Table.Rows.Single(row => row.Lhs == lhs && row.Rhs == rhs).Free - 1];
        Assert.Equal(0.672, Value("Y", "X"), 0.02);
        Assert.Equal(0.570, Value("Y", "Z"), 0.02);
        Assert.Equal(0.718, Value("Y", "X:Z"), 0.02);
        Assert.Equal(0.980, Value("Y", "Y"), 0.04);
    }

    private static double Number(string text) => double.Parse(text.Trim(), CultureInfo.InvariantCulture);
}
