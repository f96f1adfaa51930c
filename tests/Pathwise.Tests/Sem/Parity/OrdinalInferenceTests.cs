using System.Text.Json;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Parity;

/// <summary>Residuals, factor scores, score tests and differences of models of ordered variables against lavaan (tests/fixtures/lavaan/ordinal-inference, whose PROVENANCE.md has the tolerances).</summary>
public sealed class OrdinalInferenceTests
{
    private static readonly JsonElement Expected = Read();

    public static TheoryData<int> Residuals => [.. Enumerable.Range(0, Expected.GetProperty("residuals").GetArrayLength())];

    public static TheoryData<int> Scored => [.. Enumerable.Range(0, Expected.GetProperty("scores").GetArrayLength())];

    public static TheoryData<int> Tested => [.. Enumerable.Range(0, Expected.GetProperty("tests").GetArrayLength())];

    public static TheoryData<string, string> Pairs => [.. Expected.GetProperty("differences").EnumerateArray().Select(each => (each.GetProperty("full").GetString()!, each.GetProperty("restricted").GetString()!)).Distinct()];

    [Theory]
    [MemberData(nameof(Residuals))]
    public void Residuals_OfCorrelations_AreLavaans(int at)
    {
        var expected = Expected.GetProperty("residuals")[at];
        var fit = Fit(expected.GetProperty("model").GetString()!, expected.GetProperty("estimator").GetString()!);
        var own = fit.ResidualsByMoment().ToDictionary(row => (row.Lhs, row.Operator, row.Rhs, row.Group));
        var mismatches = new Mismatches();
        for (var g = 0; g < fit.Table.GroupCount; g++)
        {
            // lavaan divides the variances of a group by all cases.
            var share = Math.Sqrt((double)fit.Sample[g].Count / fit.CaseCount);
            for (var kind = 0; kind < 2; kind++)
            {
                foreach (var pair in expected.GetProperty("lavaan")[kind][g].EnumerateArray())
                {
                    var row = own.TryGetValue((pair.GetProperty("lhs").GetString()!, Operator.Covariance, pair.GetProperty("rhs").GetString()!, g + 1), out var found)
                        ? found : own[(pair.GetProperty("rhs").GetString()!, Operator.Covariance, pair.GetProperty("lhs").GetString()!, g + 1)];
                    if (Math.Abs(row.Raw!.Value) > 1e-5)
                        mismatches.Add($"{row.Lhs} {row.Rhs} {g + 1} {kind}", pair.GetProperty("value"), (kind == 0 ? row.Normalized : row.Standardized) / share, 2e-4);
                }
            }
        }

        mismatches.AssertNone(atLeast: 20);
    }

    // Of thresholds, whose residuals vanish here, the errors themselves.
    [Theory]
    [MemberData(nameof(Residuals))]
    public void Errors_OfEveryStatistic_AreThoseOfLavaansMatrices(int at)
    {
        var expected = Expected.GetProperty("residuals")[at];
        var fit = Fit(expected.GetProperty("model").GetString()!, expected.GetProperty("estimator").GetString()!);
        var mismatches = new Mismatches();
        for (var g = 1; g <= fit.Table.GroupCount; g++)
        {
            var errors = expected.GetProperty("errors")[g - 1];
            var (sample, left) = (ResponseResidualVariances.OfSample(fit, g), ResponseResidualVariances.OfResiduals(fit, g)!);
            Assert.Equal(errors.GetProperty("sample").GetArrayLength(), sample.Length);
            for (var k = 0; k < sample.Length; k++)
            {
                mismatches.Add($"sample {k}", errors.GetProperty("sample")[k], Math.Sqrt(sample[k]), 1e-5);
                mismatches.Add($"residual {k}", errors.GetProperty("residual")[k], double.IsNaN(left[k]) ? null : Math.Sqrt(left[k]), 1e-5);
            }
        }

        mismatches.AssertNone(atLeast: 30);
    }

    [Theory]
    [MemberData(nameof(Scored))]
    public void Scores_OfTwentyFiveCases_AreModesAndMaximaAndLavaans(int at)
    {
        var expected = Expected.GetProperty("scores")[at];
        var fit = Fit(expected.GetProperty("model").GetString()!, "WLSMV");
        var (modes, maxima) = (fit.Scores(), fit.Scores(ScoreMethod.Bartlett));
        var (mismatches, without) = (new Mismatches(), 0);
        for (var g = 0; g < fit.Table.GroupCount; g++)
        {
            for (var i = 0; i < 25; i++)
            {
                for (var k = 0; k < modes[g].Names.Count; k++)
                {
                    mismatches.Add($"mode {g} {i} {k}", At("mode", g, i, k), modes[g].Scores[i, k], 5e-5);
                    if (g == 0)
                        mismatches.Add($"lavaan {i} {k}", At("lavaan", g, i, k), modes[g].Scores[i, k], 1e-3);
                    // Where there is no maximum, the search of the oracle ended far out.
                    if (double.IsNaN(maxima[g].Scores[i, k]))
                        Assert.True(++without > 0 && Math.Abs(At("maximum", g, i, k).GetDouble()) > 2.5 * Math.Sqrt(fit.Implied(g + 1).LatentCovariance[k * (modes[g].Names.Count + 1)]));
                    else
                        mismatches.Add($"maximum {g} {i} {k}", At("maximum", g, i, k), maxima[g].Scores[i, k], 5e-4);
                }
            }
        }

        mismatches.AssertNone(atLeast: 50);
        Assert.InRange(without, 0, 25 * modes.Sum(group => group.Names.Count) / 3);

        // One factor's scores are numbers in the file, several factors' are lists.
        JsonElement At(string kind, int g, int i, int k) => expected.GetProperty(kind)[g] is var group && group.GetArrayLength() == 25 && group[i].ValueKind == JsonValueKind.Array
            ? group[i].GetArrayLength() == 1 ? group[i][0] : group[i][k]
            : group.GetArrayLength() == 1 ? group[0][i] : group[i];
    }

    [Theory]
    [MemberData(nameof(Tested))]
    public void ScoreTests_OfEqualities_AreLavaansAndThoseOfItsMatrices(int at)
    {
        var expected = Expected.GetProperty("tests")[at];
        var mismatches = new Mismatches();
        foreach (var estimator in new[] { "WLSMV", "ULSMV", "WLS" })
        {
            var fit = Fit(expected.GetProperty("model").GetString()!, estimator);
            var tests = expected.GetProperty(estimator);
            var (joint, each, robust) = (fit.ScoreTest(), fit.ScoreTests(), fit.RobustScoreTest());
            Assert.Equal(tests.GetProperty("lavaan").GetProperty("df").GetInt32(), joint.DegreesOfFreedom);
            Assert.Equal(estimator == "WLS", joint.PValue is not null);
            mismatches.Add($"{estimator} joint", tests.GetProperty("lavaan").GetProperty("stat"), joint.Value, 1e-4);
            for (var k = 0; k < each.Count; k++)
            {
                mismatches.Add($"{estimator} {k}", tests.GetProperty("lavaan").GetProperty("each")[k], each[k].Test.Value, 1e-4);
                if (estimator != "WLS")
                    mismatches.Add($"{estimator} {k} robust", tests.GetProperty("each")[k].GetProperty("robust"), each[k].Robust!.Value, 1e-4);
            }

            Assert.Equal(estimator == "WLS", robust is null);
            if (robust is not null)
                mismatches.Add($"{estimator} robust", tests.GetProperty("joint").GetProperty("robust"), robust.Value, 1e-4);
        }

        mismatches.AssertNone(atLeast: 15);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Compare_EachEstimator_IsLavaansDifferenceByItsDefault(string full, string restricted)
    {
        var mismatches = new Mismatches();
        foreach (var expected in Expected.GetProperty("differences").EnumerateArray().Where(each => each.GetProperty("full").GetString() == full && each.GetProperty("restricted").GetString() == restricted))
        {
            var estimator = expected.GetProperty("estimator").GetString()!;
            var test = Fit(full, estimator).Compare(Fit(restricted, estimator));
            Assert.Equal(ModelNesting.Nested, test.Nesting);
            mismatches.Add($"{estimator} chisq", expected.GetProperty("chisq"), test.ChiSquare, 2e-4);
            mismatches.Add($"{estimator} df", expected.GetProperty("df"), test.DegreesOfFreedom, 0);
            if (estimator != "DWLS")
                mismatches.Add($"{estimator} p", expected.GetProperty("p"), test.PValue, 2e-4);
        }

        mismatches.AssertNone(atLeast: 23);
    }

    [Fact]
    public void RobustRmsea_OverAllCases_IsThatOfLavaan07()
    {
        var mismatches = new Mismatches();
        foreach (var expected in Expected.GetProperty("rmsea").EnumerateArray())
        {
            var own = Fit(expected.GetProperty("model").GetString()!, "WLSMV").Indices().ByName().ToDictionary(pair => pair.Key, pair => pair.Value);
            foreach (var measure in expected.GetProperty("measures").EnumerateObject())
                mismatches.Add(measure.Name, measure.Value, own[measure.Name], 2e-5);
        }

        mismatches.AssertNone(atLeast: 20);
    }

    // lavaan fits it in the delta parameterization, too, but implies a response of the outcome whose variance is not one, so that its standardized effects are others.
    [Fact]
    public void Standardized_OfAnOrderedMediator_AreLavaansInTheta()
    {
        var rows = File.ReadLines(Repository.Fixture("lavaan", "ordinal-inference", "mediator.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        Assert.All(rows, row => Assert.Equal(row[0] == "theta", Math.Abs(Number(row[5]) - 1) < 0.1));
        var model = ModelSpecification.Parse("F =~ i1 + i2 + i3\nm ~ a*F\nz ~ b*m + F\nab := a*b");
        var data = DataTable.Read(Repository.Fixture("lavaan", "ordinal-inference", "mediator-data.csv"));
        var fit = model.Fit(data, new() { Estimator = Estimator.WLSMV }, new() { Ordered = ["m", "z"], Parameterization = Parameterization.Theta });
        var own = fit.Standardized().ToDictionary(row => $"{row.Parameter.Lhs} {row.Parameter.Operator.Text()} {row.Parameter.Rhs}");
        foreach (var row in rows.Where(row => row[0] == "theta"))
        {
            Oracle.Near(Number(row[2]), own[row[1]].Value, 1e-5);
            Oracle.Near(Number(row[3]), own[row[1]].StandardError, 1e-5);
        }

        Assert.Contains("use the theta parameterization", Assert.Throws<InputException>(() => model.Fit(data, new() { Estimator = Estimator.WLSMV }, new() { Ordered = ["m", "z"] })).Message, StringComparison.Ordinal);
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static FitResult Fit(string name, string estimator)
    {
        var model = Expected.GetProperty("models").GetProperty(name);
        var data = DataTable.Read(Repository.Fixture("lavaan", "ordinal", model.GetProperty("set").GetString()!, "data.csv"));
        return ModelSpecification.Parse(model.GetProperty("model").GetString()!).Fit(
            data, new() { Estimator = Enum.Parse<Estimator>(estimator) }, new() { Ordered = ["all"], StdLv = model.GetProperty("std.lv").GetBoolean() },
            model.GetProperty("group").ValueKind == JsonValueKind.String ? model.GetProperty("group").GetString() : null);
    }

    private static JsonElement Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Fixture("lavaan", "ordinal-inference", "expected.json")));
        return document.RootElement.Clone();
    }
}
