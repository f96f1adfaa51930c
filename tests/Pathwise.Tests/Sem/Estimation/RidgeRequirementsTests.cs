using System.Text.Json;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

/// <summary>Fits with a ridge against lavaan and against the sandwich by matrices (fixtures/lavaan/ridge), and what is refused.</summary>
public sealed class RidgeRequirementsTests
{
    private static readonly Lazy<LavaanCase[]> Known = new(() =>
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Fixture("lavaan", "ridge", "cases.json")));
        return [.. document.RootElement.Clone().EnumerateArray().Select(each => new LavaanCase(each))];
    });

    public static TheoryData<int> All => new(Enumerable.Range(0, Known.Value.Length));

    [Theory]
    [MemberData(nameof(All))]
    public void Fit_WithRidge_IsLavaans(int number)
    {
        var known = Known.Value[number];
        var fit = Fit(known);
        var expected = known.Root.GetProperty("fit");
        Assert.True(fit.HasConverged);
        foreach (var (name, value) in fit.Indices().ByName())
        {
            if (expected.TryGetProperty(name, out var number1) && number1.ValueKind == JsonValueKind.Number)
                Oracle.Near(number1.GetDouble(), value, 1e-4);
        }

        Oracle.Near(expected.GetProperty("chisq").GetDouble(), fit.Test().Value, 1e-5);
        if (expected.TryGetProperty("chisq.scaled", out var scaled) && scaled.ValueKind == JsonValueKind.Number)
            Oracle.Near(scaled.GetDouble(), fit.ScaledTest()!.Value, 1e-4);
        foreach (var row in known.Root.GetProperty("parameters").EnumerateArray())
        {
            var estimate = fit.Estimates().SingleOrDefault(each => each.Lhs == row.GetProperty("lhs").GetString() && each.Operator.Text() == row.GetProperty("op").GetString()
                && (each.Rhs == row.GetProperty("rhs").GetString() || each.Operator == Operator.Intercept) && each.Group == row.GetProperty("group").GetInt32());
            if (estimate is null)
                continue;
            Oracle.Near(row.GetProperty("est").GetDouble(), estimate.Value, 1e-4);
            if (estimate.Parameter.IsFree)
                Oracle.Near(row.GetProperty("se").GetDouble(), estimate.StandardError, 1e-4);
        }
    }

    [Fact]
    public void Errors_OfMlm_AreTheSandwichesByMatrices()
    {
        var checkedCases = 0;
        foreach (var known in Known.Value.Where(each => each.Root.GetProperty("sandwich").ValueKind == JsonValueKind.Object))
        {
            var (fit, sandwich) = (Fit(known), known.Root.GetProperty("sandwich"));
            string[] names = [.. sandwich.GetProperty("names").EnumerateArray().Select(each => each.GetString()!)];
            foreach (var estimate in fit.Estimates().Where(each => each.Parameter.IsFree))
                Oracle.Near(sandwich.GetProperty("se")[Array.IndexOf(names, $"{estimate.Lhs} {estimate.Operator.Text()} {estimate.Rhs}")].GetDouble(), estimate.StandardError, 1e-4);
            Oracle.Near(sandwich.GetProperty("factor").GetDouble(), fit.ScaledTest()!.ScalingFactor, 1e-4);
            checkedCases++;
        }

        Assert.Equal(2, checkedCases);
    }

    // A fit is fitted again by others, whose sample has the ridge already.
    [Fact]
    public void Sample_FittedAgain_HasTheRidgeOnce()
    {
        var fit = Fit(Known.Value[0]);
        var again = fit.Table.Fit(fit.Sample, fit.Options);
        Assert.Equal(fit.Sample[0].Covariance, again.Sample[0].Covariance);
        Assert.Equal(fit.Discrepancy, again.Discrepancy, 1e-12);
        var without = fit.Table.Fit(fit.Sample, fit.Options with { Ridge = 0 });
        var plain = Known.Value[0].Fit();
        Oracle.Near([.. plain.Values], [.. without.Values], 1e-7);
    }

    [Fact]
    public void Bootstrap_WithRidge_AddsItToEverySample()
    {
        var fit = Fit(Known.Value[0]);
        var drawn = fit.Bootstrap(new() { Seed = 3, Replicates = 5 });
        for (var i = 0; i < 5; i++)
        {
            if (drawn.Values(i).IsEmpty)
                continue;
            var cases = fit.Sample[0].Cases!;
            var rows = Bootstrapping.Cases(3, i, cases.RowCount).Select(cases.Row);
            var sample = Pathwise.Sem.Moments.SampleMoments.OfCases(fit.Sample[0].Names, MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowVectors(rows), Pathwise.Sem.Moments.Divisor.Count);
            var byHand = Pathwise.Sem.Moments.SampleMoments.OfCovariance(sample.Names, sample.Covariance + (fit.Options.Ridge * MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseIdentity(sample.Names.Count)), sample.Count, sample.Means, Pathwise.Sem.Moments.Divisor.Count);
            Oracle.Near([.. fit.Table.Fit(byHand, fit.Options with { Ridge = 0, StartingValues = fit.Values }).Values], drawn.Values(i).ToArray(), 1e-7);
        }
    }

    [Theory]
    [InlineData("MLR", 0.1, "MLR")]
    [InlineData("ULS", 0.1, "ULS")]
    [InlineData("GLS", 0.1, "GLS")]
    [InlineData("ML", -1.0, "above zero")]
    [InlineData("ML", double.NaN, "above zero")]
    [InlineData("ML", double.PositiveInfinity, "above zero")]
    public void Fit_OutsideItsRange_IsRefusedInOneLine(string estimator, double ridge, string expected)
    {
        var problem = Assert.Throws<InputException>(() => LavaanCase.Read("heywood").Fit(options => options with { Estimator = Enum.Parse<Estimator>(estimator), Ridge = ridge }));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public void Fit_WithMissingValuesOrReducedBias_IsRefused()
    {
        Assert.Throws<InputException>(() => LavaanCase.Read("fiml").Fit(options => options with { Ridge = 0.1 }));
        Assert.Throws<InputException>(() => LavaanCase.Read("heywood").Fit(options => options with { Ridge = 0.1, BiasReduction = BiasReduction.Explicit }));
        var fit = Fit(Known.Value[0]);
        Assert.Throws<InputException>(() => fit.Bootstrap(new() { Seed = 1, Replicates = 2, Kind = ResamplingKind.BollenStine }));
        Assert.Throws<InputException>(() => fit.Bootstrap(new() { Seed = 1, Replicates = 2, Kind = ResamplingKind.Parametric }));
    }

    [Fact]
    public void Warning_OfPlainMl_NamesWhatIsNotCorrected()
    {
        Assert.Contains("--estimator MLM", Fit(Known.Value[0]).Warnings.Single(each => each.Code == "ridge").Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MLM", Fit(Known.Value[1]).Warnings.Single(each => each.Code == "ridge").Message, StringComparison.Ordinal);
    }

    private static FitResult Fit(LavaanCase known) => known.Fit(options => options with { Ridge = known.Root.GetProperty("ridge").GetDouble() });
}
