using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

/// <summary>Resamples of a fit in two stages: each is what the same cases give when they are fitted by themselves.</summary>
public sealed class FirstStageSourceTests
{
    private const string Factors = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\ntextual ~ visual";
    private const int Replicates = 12;

    [Theory]
    [InlineData(Factors, MissingData.TwoStage)]
    [InlineData(Factors, MissingData.RobustTwoStage, "x7", "x9")]
    [InlineData("visual =~ x1 + k*x2 + k*x3\ntextual =~ x4 + x5 + x6", MissingData.TwoStage)]
    [InlineData("visual =~ x1 + k*x2 + x3\ntextual =~ x4 + x5 + x6\nk > 0.1", MissingData.TwoStage, "x8")]
    public void Bootstrap_TwoStages_FitsEachSampleAsIfItWereGiven(string model, MissingData missing, params string[] auxiliary)
    {
        var options = new EstimationOptions { Missing = missing, Auxiliary = auxiliary };
        var (parsed, data) = (ModelSpecification.Parse(model), DataTable.Read(Repository.Fixture("lavaan", "models", "data", "hsmiss.csv")));
        var fit = parsed.Fit(data, options);
        Assert.Equal(!model.Contains('>', StringComparison.Ordinal), FittingPath.Of(fit).IsCompiled);
        var drawn = fit.Bootstrap(new BootstrapOptions { Seed = 5, Replicates = Replicates, HasJackknife = true });
        for (var i = 0; i < Replicates; i++)
        {
            var rows = Bootstrapping.Cases(5, i, fit.CaseCount).Select(row => fit.Sample[0].Drawn.Cases!.Row(row));
            AssertSame(parsed.Fit([Sample(fit, rows)], options), drawn.Values(i), drawn.ChiSquares(i));
        }

        var without = parsed.Fit([Sample(fit, fit.Sample[0].Drawn.Cases!.RemoveRow(7).EnumerateRows())], options);
        AssertSame(without, drawn.Jackknife!.Values(7), drawn.Jackknife.Discrepancy(7) * without.Multiplier);
    }

    [Fact]
    public void Bootstrap_Groups_FitsEachSampleAsIfItWereGiven()
    {
        var options = new EstimationOptions { Missing = MissingData.TwoStage };
        var (parsed, data) = (ModelSpecification.Parse("visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6"), DataTable.Read(Repository.Fixture("lavaan", "models", "data", "hsmiss.csv")));
        var fit = parsed.Fit(data, options, new ModelOptions { GroupEqual = [GroupEquality.Loadings] }, "school");
        Assert.True(FittingPath.Of(fit).IsCompiled);
        var (one, two) = (Draw(1), Draw(2));
        for (var i = 0; i < Replicates; i++)
            Assert.Equal(one.Values(i), two.Values(i));
        var stream = RandomStream.For(3, 0);
        var samples = fit.Sample.Select((sample, g) => Drawn(sample, g)).ToArray();
        AssertSame(fit.Table.Fit(samples, options), one.Values(0), one.ChiSquares(0));

        BootstrapResult Draw(int threads) => fit.Bootstrap(new BootstrapOptions { Seed = 3, Replicates = Replicates, Threads = threads });
        SampleMoments Drawn(SampleMoments sample, int g)
        {
            var cases = new double[sample.Count * sample.Names.Count];
            SampleSources.Of(fit, ResamplingKind.Nonparametric, g + 1).DrawCases(stream, cases);
            return SampleMoments.OfCases(sample.Names, Matrix<double>.Build.DenseOfRowMajor(sample.Count, sample.Names.Count, cases), Divisor.Count, sample.Group);
        }
    }

    // One value of x2 in few cases: samples without it have no moments of x2.
    [Fact]
    public void Bootstrap_VariableWithFewValues_CountsTheSamplesThatLostIt()
    {
        var sample = DataTable.Read(Repository.Fixture("lavaan", "models", "data", "hsmiss.csv")).Samples(["x1", "x2", "x3"])[0];
        var cases = sample.Cases!.SubMatrix(0, 40, 0, 3).MapIndexed((row, j, value) => j == 1 ? row < 3 ? row : double.NaN : value, Zeros.Include);
        var fit = ModelSpecification.Parse("x3 ~ x1\nx2 ~~ x2\nx2 ~~ 0*x3").Fit([SampleMoments.OfCases(sample.Names, cases, Divisor.Count)], new EstimationOptions { Missing = MissingData.TwoStage });
        var drawn = fit.Bootstrap(new BootstrapOptions { Seed = 1, Replicates = 200 });
        var lost = Enumerable.Range(0, 200).Count(i => Bootstrapping.Cases(1, i, 40).All(row => row >= 3));
        Assert.True(lost > 0);
        Assert.Equal(lost, drawn.Failures[FitStatus.EmptyVariable.Reason()]);
    }

    [Fact]
    public void Bootstrap_AuxiliaryVariables_AreOfCasesAlone()
    {
        var data = DataTable.Read(Repository.Fixture("lavaan", "models", "data", "hsmiss.csv"));
        var fit = ModelSpecification.Parse(Factors).Fit(data, new EstimationOptions { Missing = MissingData.TwoStage, Auxiliary = ["x7"] });
        var mistake = Assert.Throws<InputException>(() => fit.Bootstrap(new BootstrapOptions { Seed = 1, Replicates = 10, Kind = ResamplingKind.Parametric }));
        Assert.Contains("leave --auxiliary out, or draw cases", mistake.Message, StringComparison.Ordinal);
    }

    private static SampleMoments Sample(FitResult fit, IEnumerable<Vector<double>> rows) =>
        SampleMoments.OfCases(fit.Sample[0].Drawn.Names, Matrix<double>.Build.DenseOfRowVectors(rows), Divisor.Count);

    private static void AssertSame(FitResult expected, ReadOnlySpan<double> own, double chiSquare)
    {
        Assert.Equal(expected.Values.Count, own.Length);
        for (var j = 0; j < own.Length; j++)
            Oracle.Near(expected.Values[j], own[j], 1e-6);
        Oracle.Near(expected.Discrepancy * expected.Multiplier, chiSquare, 1e-6);
    }
}
