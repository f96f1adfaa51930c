using System.Text.Json;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Parity;

/// <summary>lavaan's tests between and about models, its residuals and factor scores, and semTools' small-sample corrections.</summary>
public sealed class LavaanTestsTests
{
    private static readonly JsonElement Tests = JsonDocument.Parse(File.ReadAllText(Repository.Fixture("lavaan", "models", "tests.json"))).RootElement;

    public static TheoryData<string> CasesWithCases => [.. LavaanCase.All.Where(id => !id.StartsWith("wheaton", StringComparison.Ordinal))];

    public static TheoryData<string> Cases => [.. LavaanCase.All];

    [Theory]
    [InlineData("lrt")]
    public void Compare_NestedModels_GivesLavaansDifferenceTest(string kind)
    {
        foreach (var test in Tests.GetProperty(kind).EnumerateArray())
        {
            var (full, restricted) = (test.GetProperty("full").GetString()!, test.GetProperty("restricted").GetString()!);
            var own = LavaanCase.Read(full).Fit().Compare(LavaanCase.Read(restricted).Fit());
            Oracle.Near(test.GetProperty("chisq").GetDouble(), own.ChiSquare, 1e-6);
            Assert.Equal(test.GetProperty("df").GetInt32(), own.DegreesOfFreedom);
            Oracle.Near(test.GetProperty("pvalue").GetDouble(), own.PValue, 1e-6);
        }
    }

    [Fact]
    public void ScoreTests_EqualityConstraints_AreLavaans()
    {
        var mismatches = new Mismatches();
        foreach (var test in Tests.GetProperty("score").EnumerateArray())
        {
            var id = test.GetProperty("id").GetString()!;
            var fit = LavaanCase.Read(id).Fit();
            mismatches.Add($"{id} joint", test.GetProperty("chisq"), fit.ScoreTest().Value, 1e-4);
            mismatches.Add($"{id} df", test.GetProperty("df"), fit.ScoreTest().DegreesOfFreedom, 0);
            var own = fit.ScoreTests();
            foreach (var (value, k) in test.GetProperty("univariate").EnumerateArray().Select((value, k) => (value, k)))
                mismatches.Add($"{id} {k}", value, own[k].Test.Value, 1e-4);
        }

        mismatches.AssertNone(atLeast: 20);
    }

    [Fact]
    public void WaldTest_OfDefinedDifferences_IsLavaans()
    {
        var mismatches = new Mismatches();
        foreach (var test in Tests.GetProperty("wald").EnumerateArray())
        {
            var lines = test.GetProperty("constraints").GetString()!.Split('\n').Select((line, k) => $"w{k} := ({line.Replace("==", ") - (", StringComparison.Ordinal)})");
            var fit = LavaanCase.Read(test.GetProperty("id").GetString()!).Fit(addition: string.Join('\n', lines));
            var own = fit.WaldTest([.. fit.Table.Definitions.Where(definition => definition.Name.StartsWith('w')).Select(definition => definition.Function)]);
            mismatches.Add($"{lines.First()} chisq", test.GetProperty("chisq"), own.Value, 1e-4);
            mismatches.Add($"{lines.First()} p", test.GetProperty("pvalue"), own.PValue, 1e-4);
        }

        mismatches.AssertNone(atLeast: 8);
    }

    [Fact]
    public void SmallSampleCorrections_AreThoseOfSemTools()
    {
        foreach (var test in Tests.GetProperty("small").EnumerateArray())
        {
            var own = LavaanCase.Read(test.GetProperty("id").GetString()!).Fit().SmallSampleCorrections().Single(own => own.Name == test.GetProperty("name").GetString());
            Oracle.Near(test.GetProperty("factor").GetDouble(), own.Factor, 1e-9);
            Oracle.Near(test.GetProperty("chisq").GetDouble(), own.Test.Value, 1e-6);
            Oracle.Near(test.GetProperty("pvalue").GetDouble(), own.Test.PValue, 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Residuals_EveryModel_AreLavaans(string id)
    {
        var (expected, fit) = (LavaanCase.Read(id).Root.GetProperty("residuals"), LavaanCase.Read(id).Fit());
        var mismatches = new Mismatches();
        Compare(expected.GetProperty("raw"), fit, fit.RawResiduals(), mismatches, 1e-6);
        Compare(expected.GetProperty("normalized"), fit, fit.NormalizedResiduals(), mismatches, 1e-5);
        Compare(expected.GetProperty("standardized"), fit, fit.StandardizedResiduals(), mismatches, 1e-4);

        mismatches.AssertNone();
    }

    [Theory]
    [MemberData(nameof(CasesWithCases))]
    public void Scores_EveryModelWithFactors_AreLavaans(string id)
    {
        var (scores, fit) = (LavaanCase.Read(id).Root.GetProperty("scores"), LavaanCase.Read(id).Fit());
        var mismatches = new Mismatches();
        foreach (var (name, method) in new[] { ("regression", ScoreMethod.Regression), ("bartlett", ScoreMethod.Bartlett) })
        {
            if (!scores.TryGetProperty(name, out var groups) || groups.ValueKind == JsonValueKind.Null)
                continue;
            var own = fit.Scores(method);
            foreach (var (rows, g) in Each(groups))
            {
                foreach (var (row, i) in rows.EnumerateArray().Select((row, i) => (row, i)))
                {
                    foreach (var (value, j) in row.EnumerateArray().Select((value, j) => (value, j)))
                        mismatches.Add($"{name} group {g + 1} case {i + 1} factor {j + 1}", value, double.IsNaN(own[g].Scores[i, j]) ? null : own[g].Scores[i, j], 1e-5);
                }
            }
        }

        mismatches.AssertNone();
    }

    private static IEnumerable<(JsonElement Value, int Group)> Each(JsonElement groups) => groups.ValueKind == JsonValueKind.Array
        ? groups.EnumerateArray().Select((value, g) => (value, g))
        : groups.EnumerateObject().Select((property, g) => (property.Value, g));

    // Where a residual cannot vary lavaan gives zero or nothing, and a residual below 1e-5 it does not divide.
    private static void Compare(JsonElement expected, FitResult fit, IReadOnlyList<ResidualMoments> own, Mismatches mismatches, double tolerance)
    {
        var raw = fit.RawResiduals();
        foreach (var (group, g) in expected.ValueKind == JsonValueKind.Null ? [] : Each(expected))
        {
            foreach (var (row, i) in group.GetProperty("cov").EnumerateArray().Select((row, i) => (row, i)))
            {
                foreach (var (value, j) in row.EnumerateArray().Select((value, j) => (value, j)))
                {
                    if (double.IsFinite(own[g].Covariance[i, j]) && value.ValueKind == JsonValueKind.Number && Math.Abs(raw[g].Covariance[i, j]) > 2e-5)
                        mismatches.Add($"{own[g].Names[i]} {own[g].Names[j]} {g + 1}", value, own[g].Covariance[i, j], tolerance);
                }
            }

            foreach (var (value, i) in group.GetProperty("mean") is { ValueKind: JsonValueKind.Array } means ? means.EnumerateArray().Select((value, i) => (value, i)) : [])
            {
                if (double.IsFinite(own[g].Means![i]) && value.ValueKind == JsonValueKind.Number && Math.Abs(raw[g].Means![i]) > 2e-5)
                    mismatches.Add($"mean {own[g].Names[i]} {g + 1}", value, own[g].Means![i], tolerance);
            }
        }
    }
}
