using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class ModelFittingTests
{
    private const string Cfa = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9";
    private static readonly string[] Items = ["x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9"];

    public static TheoryData<string> AllCases => [.. LavaanCase.All];

    [Theory]
    [MemberData(nameof(AllCases))]
    public void Fit_FromRandomStarts_EndsInTheSameMinimum(string id)
    {
        var usual = LavaanCase.Read(id).Fit();
        for (var seed = 1; seed <= 10; seed++)
        {
            var fit = LavaanCase.Read(id).Fit(options => options with { RandomStartSeed = seed });
            Assert.True(fit.HasConverged, $"Seed {seed}: {fit.Termination}");
            Oracle.Near(usual.Discrepancy, fit.Discrepancy, 1e-9);
        }
    }

    [Theory]
    [InlineData("fiml")]
    [InlineData("fiml_path")]
    [InlineData("fiml_metric")]
    [InlineData("monotone_fiml")]
    public void FitReplicate_CasesWithMissingValues_HasTheEstimatesOfAFit(string id)
    {
        var fit = LavaanCase.Read(id).Fit();
        for (var seed = 1; seed <= 5; seed++)
        {
            SampleMoments[] drawn = [.. fit.Sample.Select(sample => SampleMoments.OfCases(
                sample.Names, Matrix<double>.Build.DenseOfRowVectors(Bootstrapping.Cases(seed, 0, sample.Count).Select(sample.Cases!.Row)), sample.Divisor, sample.Group))];
            var (replicate, whole) = (ModelFitting.FitReplicate(fit, drawn), fit.Table.Fit(drawn, fit.Options));
            Assert.True(replicate.HasConverged);
            for (var k = 0; k < fit.Values.Count; k++)
                Oracle.Near(whole.Values[k], replicate.Values[k], 1e-7);
        }
    }

    [Fact]
    public void Fit_TooFewIterations_SaysThatItHasNotConverged()
    {
        var fit = ModelSpecification.Parse(Cfa).Fit(Data(), new EstimationOptions { MaximumIterations = 2, RandomStartSeed = 1 });
        Assert.Equal(StopReason.TooManyIterations, fit.Termination.Reason);
        Assert.Contains("2 iterations", Assert.Single(fit.Warnings, warning => warning.Code == "not-converged").Message, StringComparison.Ordinal);
        Assert.Throws<NumericalException>(fit.RequireConverged);
    }

    [Fact]
    public void Fit_VariableTwice_NamesTheVariablesOfTheSingularCovariance()
    {
        var data = Data().With("x10", [.. Data().Numbers("x1").Zip(Data().Numbers("x2"), (a, b) => a + b)]);
        var fit = ModelSpecification.Parse("f =~ x1 + x2 + x10 + x4").Fit(data);
        var warning = Assert.Single(fit.Warnings, warning => warning.Code == "sample-not-positive-definite");
        Assert.Contains("x1, x2, x10", warning.Message, StringComparison.Ordinal);
        Assert.Null(fit.Test().Value);
    }

    [Fact]
    public void Fit_CasesInAnotherOrder_ChangesNothing()
    {
        var data = Data();
        var turned = data.Cases([.. Enumerable.Range(0, data.Count).Reverse()]);
        AssertSame(ModelSpecification.Parse(Cfa).Fit(data), ModelSpecification.Parse(Cfa).Fit(turned));
    }

    [Fact]
    public void Fit_LinesInAnotherOrder_ChangesNothing() => AssertSame(
        ModelSpecification.Parse(Cfa).Fit(Data()), ModelSpecification.Parse(string.Join('\n', Cfa.Split('\n').Reverse())).Fit(Data()));

    [Fact]
    public void Fit_RescaledItem_ScalesItsEstimatesAlone()
    {
        var scaled = Data().With("x2", [.. Data().Numbers("x2").Select(value => 100 * value)]);
        var (plain, other) = (ModelSpecification.Parse(Cfa).Fit(Data()), ModelSpecification.Parse(Cfa).Fit(scaled));
        Oracle.Near(plain.Test().Value!.Value, other.Test().Value, 1e-8);
        foreach (var (row, otherRow) in plain.Estimates().Zip(other.Estimates()))
        {
            Oracle.Near(row.StdAll!.Value, otherRow.StdAll, 1e-7);
            var factor = row.Rhs != "x2" ? 1 : row.Operator == Operator.Loading ? 100 : 10_000;
            Oracle.Near(row.Value * factor, otherRow.Value, 1e-7);
        }
    }

    [Fact]
    public void Fit_MarkerOrUnitVariance_IsTheSameModel()
    {
        var (marker, unit) = (ModelSpecification.Parse(Cfa).Fit(Data()), ModelSpecification.Parse(Cfa).Fit(Data(), completion: new ModelOptions { StdLv = true }));
        Oracle.Near(marker.Test().Value!.Value, unit.Test().Value, 1e-9);
        Assert.Equal(marker.DegreesOfFreedom(), unit.DegreesOfFreedom());
        foreach (var (row, other) in marker.Estimates().Zip(unit.Estimates()))
            Oracle.Near(row.StdAll!.Value, other.StdAll, 1e-7);
    }

    [Fact]
    public void Fit_RelabelledGroups_ChangesNothing()
    {
        var samples = Data().Samples(Items, "school");
        var relabelled = samples.Select((sample, g) => SampleMoments.OfCases(sample.Names, sample.Cases!, sample.Divisor, $"g{g}")).ToArray();
        var options = new ModelOptions { GroupEqual = [GroupEquality.Loadings] };
        AssertSame(ModelSpecification.Parse(Cfa).Fit(samples, completion: options), ModelSpecification.Parse(Cfa).Fit(relabelled, completion: options));
    }

    [Fact]
    public void Fit_MomentsOrCases_GiveTheSame()
    {
        var sample = Data().Samples(Items)[0];
        var moments = SampleMoments.OfCovariance(Items, sample.Covariance, sample.Count);
        AssertSame(ModelSpecification.Parse(Cfa).Fit(sample), ModelSpecification.Parse(Cfa).Fit(moments));
    }

    [Fact]
    public void Indices_SaturatedModel_AreUndefinedRatherThanWrong()
    {
        var indices = LavaanCase.Read("loop").Fit().Indices();
        Assert.Equal(0, indices.DegreesOfFreedom);
        Assert.Null(indices.PValue);
        Assert.Null(indices.Rmsea);
        Assert.Null(indices.Tli);
    }

    [Theory]
    [InlineData(Estimator.GLS, MissingData.Fiml, Likelihood.Normal, "needs maximum likelihood")]
    [InlineData(Estimator.MLM, MissingData.Fiml, Likelihood.Normal, "complete cases")]
    [InlineData(Estimator.ML, MissingData.Fiml, Likelihood.Wishart, "normal likelihood")]
    [InlineData(Estimator.MLR, MissingData.Listwise, Likelihood.Wishart, "normal likelihood")]
    public void Fit_OptionsThatExclude_AreRefused(Estimator estimator, MissingData missing, Likelihood likelihood, string reason)
    {
        var options = new EstimationOptions { Estimator = estimator, Missing = missing, Likelihood = likelihood };
        Assert.Contains(reason, Assert.Throws<InputException>(() => ModelSpecification.Parse(Cfa).Fit(Data(), options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_RobustWithMomentsAlone_IsRefused()
    {
        var moments = SampleMoments.OfCovariance(["x1", "x2", "x3"], Matrix<double>.Build.DenseIdentity(3), 100);
        var options = new EstimationOptions { Estimator = Estimator.MLM };
        Assert.Contains("cases themselves", Assert.Throws<InputException>(() => ModelSpecification.Parse("f =~ x1 + x2 + x3").Fit(moments, options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_VariableWithoutVariance_IsRefused()
    {
        var constant = Data().With("x1", [.. Data().Numbers("x1").Select(_ => 3.0)]);
        Assert.Contains("x1 has no variance", Assert.Throws<InputException>(() => ModelSpecification.Parse(Cfa).Fit(constant)).Message, StringComparison.Ordinal);
    }

    private static DataTable Data() => DataTable.Read(Repository.Fixture("lavaan", "models", "data", "hs.csv"));

    private static void AssertSame(FitResult one, FitResult other)
    {
        Oracle.Near(one.Test().Value!.Value, other.Test().Value, 1e-9);
        var byName = other.Estimates().ToLookup(row => (row.Lhs, row.Operator, row.Rhs, row.Group));
        foreach (var row in one.Estimates())
        {
            var found = byName[(row.Lhs, row.Operator, row.Rhs, row.Group)].Concat(byName[(row.Rhs, row.Operator, row.Lhs, row.Group)]).First();
            Oracle.Near(row.Value, found.Value, 1e-7);
            Oracle.Near(row.StandardError ?? 0, found.StandardError ?? 0, 1e-7);
        }
    }
}
