using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Mediation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

/// <summary>Reduced-bias estimates against brute force in R (fixtures/reduced-bias) and the gradient of the penalty against differences.</summary>
public sealed class ReducedBiasTests
{
    private const string Path = "m ~ x\ny ~ m + x";
    private const string Means = "f =~ c1 + c2 + c3\nf ~ k1";
    private const string Latent = "col =~ c1 + c2 + c3\ni1 ~ col\nk1 ~ i1 + col";

    public static TheoryData<string, string, bool> Models => new() { { "path", Path, false }, { "means", Means, true }, { "latent", Latent, false } };

    [Theory]
    [MemberData(nameof(Models))]
    public void Fit_ByEitherMethod_IsBruteForces(string name, string model, bool hasMeans)
    {
        var known = Oracle.Read("reduced-bias", "oracle.json")[name];
        foreach (var method in new[] { BiasReduction.None, BiasReduction.Explicit, BiasReduction.Implicit })
        {
            var fit = Fit(model, hasMeans, method);
            var expected = known[method == BiasReduction.None ? "ml" : method == BiasReduction.Explicit ? "explicit" : "implicit"].Numbers;
            Assert.True(fit.HasConverged);
            for (var j = 0; j < expected.Length; j++)
            {
                var row = fit.Table.Rows.Single(each => each.IsFree && $"{each.Lhs} {each.Operator.Text()} {each.Rhs}" == known["names"][j].Text);
                Oracle.Near(expected[j], fit.Values[row.Free - 1], 1e-6);
            }
        }
    }

    // The R package brlavaan takes both matrices from lavaan; its gradient and its maximum are numerical, good to some 1e-4 of what bias reduction changes.
    [Theory]
    [InlineData("democracy", "ind60 =~ x1 + x2 + x3\ndem60 =~ y1 + y2 + y3 + y4\ndem60 ~ ind60", false)]
    [InlineData("means", "ind60 =~ x1 + x2 + x3\ndem60 =~ y1 + y2 + y3 + y4\ndem60 ~ ind60", true)]
    [InlineData("abilities", "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9", false)]
    public void Fit_OfTextbookData_IsThatOfLavaansInformation(string name, string model, bool hasMeans)
    {
        var expected = File.ReadLines(Repository.Fixture("reduced-bias", "information.csv")).Select(line => line.Split(',')).Where(cells => cells[0] == name).ToList();
        foreach (var (method, column) in new[] { (BiasReduction.None, 2), (BiasReduction.Explicit, 3), (BiasReduction.Implicit, 4) })
        {
            var fit = ModelSpecification.Parse(model).Fit(Textbook(name), new() { BiasReduction = method }, new() { MeanStructure = hasMeans });
            var rows = fit.Table.Rows.Where(each => each.IsFree).ToDictionary(each => $"{each.Lhs} {each.Operator.Text()} {each.Rhs}".TrimEnd(), each => fit.Values[each.Free - 1]);
            Assert.Equal(rows.Count, expected.Count);
            Assert.All(expected, cells => Oracle.Near(double.Parse(cells[column], CultureInfo.InvariantCulture), rows[cells[1].TrimEnd()], 1e-4));
            if (column > 2)
                Assert.Contains(expected, cells => Math.Abs(double.Parse(cells[column], CultureInfo.InvariantCulture) - double.Parse(cells[2], CultureInfo.InvariantCulture)) > 0.04);
        }
    }

    private static DataTable Textbook(string name)
    {
        if (name != "abilities")
            return DataTable.Read(Repository.Path("data", "examples", "political-democracy.csv"));
        var pupils = Pupils.Read();
        return pupils.Cases([.. pupils.Texts("school").Index().Where(each => each.Item == "Pasteur").Select(each => each.Index)]);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Penalty_Gradient_IsThatOfDifferences(string name, string model, bool hasMeans)
    {
        var fit = Fit(model, hasMeans, BiasReduction.None);
        var penalty = new BiasPenalty(fit.Objective(), fit.Sample, fit.Constraints, hasMeans);
        var point = penalty.At([.. fit.Values.Select((value, j) => value * (1 + (0.002 * j)))])!;
        var gradient = penalty.Gradient(point);
        double[] moved = [.. point.Free];
        for (var j = 0; j < moved.Length; j++)
        {
            double difference = 0, width = 1e-3 * Math.Min(0.1 + Math.Abs(moved[j]), 1);
            CentralDifference.Walk(moved, j, width, weight => difference += weight * penalty.At(moved)!.Value / width);
            Assert.True(Math.Abs(difference - gradient[j]) < 1e-6 * (1 + Math.Abs(difference)), $"{name} {j}: {difference} {gradient[j]}");
        }
    }

    [Fact]
    public void Penalty_Value_IsTheOracles()
    {
        var fit = Fit(Path, false, BiasReduction.None);
        Oracle.Near(Oracle.Read("reduced-bias", "oracle.json")["path"]["penalty"].Number, new BiasPenalty(fit.Objective(), fit.Sample, fit.Constraints, false).At([.. fit.Values])!.Value, 1e-7);
    }

    [Fact]
    public void Implicit_NormalVariance_HasItsClosedForm()
    {
        // One variable about its sample mean: with m2 and m4 its second and fourth moments, the score of v is n (m2 - v) / 2 v^2, so that the penalized likelihood has one parameter
        // and its maximum is found by trying.
        var sample = Small(["x"], 40);
        var centred = sample.Cases!.Column(0) - sample.Means![0];
        double Merit(double v)
        {
            var (sum, scores) = (centred * centred, centred.Sum(x => Math.Pow(((x * x) - v) / (2 * v * v), 2)));
            var information = (sum / (v * v * v)) - (40 / (2 * v * v));
            return (-40 * Math.Log(v) / 2) - (sum / (2 * v)) - (scores / (2 * information));
        }

        var fit = ModelSpecification.Parse("x ~~ x").Fit(sample, new EstimationOptions { BiasReduction = BiasReduction.Implicit });
        var v = fit.Values[0];
        Assert.True(Merit(v) > Merit(v * (1 - 1e-4)) && Merit(v) > Merit(v * (1 + 1e-4)));
        Assert.Equal(centred * centred / 40, v, 1e-9);

        // The mean counts as known above; estimated with the variance it takes up a case: explicit estimates are larger by 1/n.
        var withMean = ModelSpecification.Parse("x ~~ x").Fit(sample, new EstimationOptions { BiasReduction = BiasReduction.Explicit }, new ModelOptions { MeanStructure = true });
        Assert.Equal(v * (1 + (1 / 40.0)), withMean.Values[0], 1e-9);
    }

    [Fact]
    public void Fit_EqualParameters_StayEqual()
    {
        var fit = ModelSpecification.Parse("m ~ a*x\ny ~ a*m + x").Fit(Small(["x", "m", "y"], 40), new EstimationOptions { BiasReduction = BiasReduction.Implicit });
        Assert.True(fit.HasConverged);
        Assert.Equal(fit.Values[0], fit.Values[1], 1e-12);
    }

    [Fact]
    public void Fit_TwoGroups_AreFittedEachByItself()
    {
        var (one, two) = (Small(["x", "m", "y"], 40), Small(["x", "m", "y"], 92));
        var options = new EstimationOptions { BiasReduction = BiasReduction.Explicit };
        var completion = new ModelOptions { MeanStructure = false };
        var both = ModelSpecification.Parse(Path).Fit([Grouped(one, "1"), Grouped(two, "2")], options, completion);
        var alone = ModelSpecification.Parse(Path).Fit(one, options, completion).Values.Concat(ModelSpecification.Parse(Path).Fit(two, options, completion).Values);
        Oracle.Near([.. alone], [.. both.Values], 1e-7);
    }

    [Fact]
    public void Bootstrap_AndTests_KnowThatTheBiasIsReduced()
    {
        var fit = Fit(Path, false, BiasReduction.Explicit);
        Assert.Equal("reduced-bias estimation", FittingPath.Of(fit).Reason);
        var drawn = fit.Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 2 });
        var cases = Bootstrapping.Cases(3, 0, fit.CaseCount);
        var again = fit.Table.Fit(SampleMoments.OfCases(fit.Sample[0].Names, Matrix<double>.Build.DenseOfRows(cases.Select(i => fit.Sample[0].Cases!.Row(i))), Divisor.Count), fit.Options);
        Oracle.Near([.. again.Values], drawn.Values(0).ToArray(), 1e-8);
        Assert.Contains("reduced-bias", Assert.Single(fit.TestIndirectEffects(new() { Tests = [MediationTestKind.Mbco] })).Why, StringComparison.Ordinal);
        Assert.Null(fit.ProfileInterval(1));
    }

    [Theory]
    [InlineData("MLR")]
    [InlineData("ULS")]
    [InlineData("fiml")]
    [InlineData("wishart")]
    [InlineData("inequality")]
    [InlineData("moments")]
    public void Fit_WhereItIsNotDefined_IsRefused(string what)
    {
        var sample = Small(["x", "m", "y"], 40);
        var options = new EstimationOptions
        {
            BiasReduction = BiasReduction.Implicit,
            Estimator = Enum.TryParse<Estimator>(what, out var estimator) ? estimator : Estimator.ML,
            Missing = what == "fiml" ? MissingData.Fiml : MissingData.Listwise,
            Likelihood = what == "wishart" ? Likelihood.Wishart : Likelihood.Normal,
        };
        if (what == "moments")
            sample = SampleMoments.OfCovariance(sample.Names, sample.Covariance, 40);
        var model = what == "inequality" ? "m ~ a*x\ny ~ m + x\na > 0" : Path;
        Assert.Contains("Reduced-bias", Assert.Throws<InputException>(() => ModelSpecification.Parse(model).Fit(sample, options)).Message, StringComparison.Ordinal);
    }

    private static FitResult Fit(string model, bool hasMeans, BiasReduction method) => ModelSpecification.Parse(model).Fit(
        model == Path ? Small(["x", "m", "y"], 40) : First(DataTable.Read(Repository.Fixture("mediation", "study.csv")), ModelSpecification.Parse(model).ObservedVariables, 60),
        new EstimationOptions { BiasReduction = method },
        new ModelOptions { FixedX = false, MeanStructure = hasMeans });

    private static SampleMoments Small(string[] names, int count) => First(DataTable.Read(Repository.Fixture("mediation-tests", "small.csv")), names, count);

    private static SampleMoments First(DataTable table, IReadOnlyList<string> names, int count) =>
        SampleMoments.OfCases(names, Matrix<double>.Build.Dense(count, names.Count, (i, j) => table.Numbers(names[j])[i]), Divisor.Count);

    private static SampleMoments Grouped(SampleMoments sample, string group) => SampleMoments.OfCases(sample.Names, sample.Cases!, Divisor.Count, group);
}
