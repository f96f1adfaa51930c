using System.Text.Json;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Studies;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Studies;

/// <summary>The model of the study by several estimators, held to lavaan and semTools.</summary>
public sealed class EstimatorComparisonTests
{
    private const double Tolerance = 1e-5;

    private static readonly DataTable Answers = DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s03_study92", "data.csv"));
    private static readonly ModelSpecification Model = ModelSpecification.Read(Repository.Fixture("lavaan", "ordinal", "s03_study92", "model.lav"));
    private static readonly EstimatorComparison Compared = EstimatorComparison.Of(Model, Answers, Estimator.ML, Estimator.MLR, Estimator.WLSMV);
    private static readonly JsonElement Expected = JsonDocument.Parse(File.ReadAllText(Repository.Fixture("lavaan", "estimators", "expected.json"))).RootElement;

    [Fact]
    public void Indices_OfEachEstimator_AreLavaans() => Assert.All(Compared.Indices(), row =>
    {
        var expected = Fit(row.Estimator);
        (string Name, double? Value)[] found = [("chisq", row.ChiSquare), ("df", row.DegreesOfFreedom), ("pvalue", row.PValue), ("cfi", row.Cfi), ("rmsea", row.Rmsea), ("srmr", row.Srmr)];
        Assert.All(found, each => Assert.Equal(expected.GetProperty(each.Name).GetDouble(), each.Value!.Value, Tolerance * Math.Max(1, Math.Abs(each.Value.Value))));
    });

    [Fact]
    public void Effects_OfEachEstimator_AreLavaansStandardizedOnes()
    {
        var rows = Compared.Effects().Where(row => row.Effect.Name == "collaboration -> alignment -> performance").ToList();
        Assert.Equal([Estimator.ML, Estimator.MLR, Estimator.WLSMV], rows.Select(row => row.Estimator));
        Assert.All(rows, row =>
        {
            var expected = Fit(row.Estimator);
            Assert.Equal(expected.GetProperty("est.std").GetDouble(), row.Standardized!.Value, Tolerance);
            Assert.Equal(expected.GetProperty("se").GetDouble(), row.StandardError!.Value, Tolerance);
            Assert.Equal(expected.GetProperty("ci.lower").GetDouble(), row.Interval!.Value.Lower, Tolerance);
            Assert.Equal(expected.GetProperty("ci.upper").GetDouble(), row.Interval.Value.Upper, Tolerance);
        });
    }

    [Fact]
    public void Effects_OfOneKind_AreThoseAlone() =>
        Assert.All(Compared.Effects(EffectKind.SpecificIndirect), row => Assert.Equal(EffectKind.SpecificIndirect, row.Effect.Kind));

    [Fact]
    public void Scales_OfFactorsWithAllAnswers_AreSemTools() => Assert.All(Expected.GetProperty("scales").EnumerateArray(), expected =>
    {
        var row = Compared.Scales.Single(each => each.Factor == expected.GetProperty("factor").GetString());
        (string Name, double? Value)[] found = [("alpha", row.Alpha), ("omega", row.Omega), ("categorical", row.CategoricalOmega), ("ordinal", row.OrdinalAlpha)];
        Assert.All(found, each => Assert.Equal(expected.GetProperty(each.Name).GetDouble(), each.Value!.Value, Tolerance));
    });

    [Fact]
    public void By_AnEstimatorThatWasNotCompared_IsRefused() =>
        Assert.Contains("ML, MLR, WLSMV", Assert.Throws<InputException>(() => Compared.By(Estimator.GLS)).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_NoEstimatorOrOneTwice_IsRefused()
    {
        Assert.Throws<InputException>(() => EstimatorComparison.Of(Model, Answers));
        Assert.Contains("each once", Assert.Throws<InputException>(() => EstimatorComparison.Of(Model, Answers, Estimator.ML, Estimator.ML)).Message, StringComparison.Ordinal);
    }

    private static JsonElement Fit(Estimator estimator) =>
        Expected.GetProperty("fits").EnumerateArray().Single(fit => fit.GetProperty("estimator").GetString() == estimator.ToString());
}
