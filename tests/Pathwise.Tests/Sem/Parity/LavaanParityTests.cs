using System.Text.Json;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Parity;

/// <summary>
/// Every number of lavaan's for every model of tests/fixtures/lavaan/models. lavaan's optima were polished by Newton steps on its own
/// discrepancy (see PROVENANCE.md there).
/// </summary>
public sealed class LavaanParityTests
{
    // Renamed after the version that made the fixtures: what it calls gfi is now gfi_lisrel.
    private static readonly Dictionary<string, string> Renamed = new() { ["gfi"] = "gfi_lisrel", ["agfi"] = "agfi_lisrel" };

    public static TheoryData<string> Cases => [.. LavaanCase.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fit_EveryModel_GivesLavaansEstimates(string id)
    {
        var (expected, fit) = (LavaanCase.Read(id), LavaanCase.Read(id).Fit());
        Assert.True(fit.HasConverged);
        var mismatches = new Mismatches();
        Compare(expected.Root.GetProperty("parameters"), "est", 1e-6, fit.Estimates(), row => (row.Parameter, row.Value), mismatches);
        mismatches.AssertNone();
    }

    // Where lavaan stops before the optimum under such constraints, Newton steps on the Lagrangian of its own discrepancy end there.
    [Theory]
    [InlineData("constraints_nonlinear")]
    [InlineData("constraints_inequality")]
    [InlineData("constraints_exponential")]
    public void Fit_ConstraintsThatAreNoLinearEqualities_EndsInTheOptimumOfLavaansDiscrepancy(string id)
    {
        var mismatches = new Mismatches();
        foreach (var (value, own) in LavaanCase.Read(id).Root.GetProperty("optimum").EnumerateArray().Zip(LavaanCase.Read(id).Fit().Values))
            mismatches.Add(id, value, own, 1e-8);
        mismatches.AssertNone(atLeast: 13);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Estimates_EveryModel_HaveLavaansErrorsAndStandardizedValues(string id)
    {
        var (parameters, fit) = (LavaanCase.Read(id).Root.GetProperty("parameters"), LavaanCase.Read(id).Fit());
        var mismatches = new Mismatches();
        Compare(parameters, "se", 1e-5, fit.Estimates(), row => (row.Parameter, row.StandardError ?? 0), mismatches);
        Compare(parameters, "z", 1e-5, fit.Estimates(), row => (row.Parameter, row.Z), mismatches);
        Compare(parameters, "pvalue", 1e-5, fit.Estimates(), row => (row.Parameter, row.PValue), mismatches);
        Compare(parameters, "ci.lower", 1e-5, fit.Estimates(), row => (row.Parameter, row.Lower), mismatches);
        Compare(parameters, "ci.upper", 1e-5, fit.Estimates(), row => (row.Parameter, row.Upper), mismatches);
        Compare(parameters, "std.lv", 1e-5, fit.Estimates(), row => (row.Parameter, row.StdLv), mismatches);
        Compare(parameters, "std.all", 1e-5, fit.Estimates(), row => (row.Parameter, row.StdAll), mismatches);
        mismatches.AssertNone();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Standardized_EveryModel_HasLavaansDeltaMethodErrors(string id)
    {
        var (expected, fit) = (LavaanCase.Read(id).Root.GetProperty("standardized"), LavaanCase.Read(id).Fit());
        var mismatches = new Mismatches();
        Compare(expected, "est.std", 1e-5, fit.Standardized(), row => (row.Parameter, row.Value), mismatches);
        Compare(expected, "se", 1e-5, fit.Standardized(), row => (row.Parameter, row.StandardError ?? 0), mismatches);
        mismatches.AssertNone();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Indices_EveryModel_AreLavaans(string id)
    {
        var (expected, fit) = (LavaanCase.Read(id).Root.GetProperty("fit"), LavaanCase.Read(id).Fit());
        var own = fit.Indices().ByName().ToDictionary(measure => measure.Key, measure => measure.Value);
        var mismatches = new Mismatches();
        foreach (var measure in expected.EnumerateObject())
        {
            var name = Renamed.GetValueOrDefault(measure.Name, measure.Name);
            if (!Differences.AreKnown(id, name))
                mismatches.Add(name, measure.Value, own.GetValueOrDefault(name), name is "chisq" ? 1e-6 : 1e-5);
        }

        mismatches.AssertNone();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ModificationIndices_EveryModel_AreLavaans(string id)
    {
        var (expected, fit) = (LavaanCase.Read(id).Root.GetProperty("modindices"), LavaanCase.Read(id).Fit());
        var own = fit.ModificationIndices();
        var mismatches = new Mismatches();
        foreach (var row in expected.ValueKind == JsonValueKind.Array ? expected.EnumerateArray() : default)
        {
            var (key, found) = (Key(row), own.FirstOrDefault(index => Keys(index.Lhs, index.Operator, index.Rhs, index.Group).Contains(Key(row))));
            mismatches.Add($"{key} mi", row.GetProperty("mi"), found?.Drop, 1e-4);
            mismatches.Add($"{key} epc", row.GetProperty("epc"), found?.Change, 1e-4);
            mismatches.Add($"{key} sepc.lv", row.GetProperty("sepc.lv"), found?.ChangeStdLv, 1e-4);
            mismatches.Add($"{key} sepc.all", row.GetProperty("sepc.all"), found?.ChangeStdAll, 1e-4);
            if (!Differences.ScalesOtherwise(fit.Table, row.GetProperty("op").GetString()!, row.GetProperty("lhs").GetString()!, row.GetProperty("rhs").GetString()!))
                mismatches.Add($"{key} sepc.nox", row.GetProperty("sepc.nox"), found?.ChangeStdNoX, 1e-4);
        }

        mismatches.AssertNone();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void RSquared_EveryModel_IsLavaans(string id)
    {
        var (expected, fit) = (LavaanCase.Read(id).Root.GetProperty("r2"), LavaanCase.Read(id).Fit());
        var own = fit.RSquared();
        var mismatches = new Mismatches();
        var groups = expected.ValueKind == JsonValueKind.Array
            ? expected.EnumerateArray().Select((value, g) => (Value: value, Group: g + 1))
            : expected.EnumerateObject().Select((property, g) => (property.Value, Group: g + 1));
        foreach (var (values, group) in groups.Where(each => each.Value.ValueKind == JsonValueKind.Object))
        {
            foreach (var value in values.EnumerateObject().Where(value => value.Value.ValueKind == JsonValueKind.Number))
                mismatches.Add($"{value.Name} {group}", value.Value, own.FirstOrDefault(row => row.Variable == value.Name && row.Group == group)?.Value, 1e-6);
        }

        mismatches.AssertNone();
    }

    private static void Compare<T>(
        JsonElement expected,
        string column,
        double tolerance,
        IReadOnlyList<T> own,
        Func<T, (Parameter Row, double? Value)> select,
        Mismatches mismatches)
    {
        var values = own.Select(select).ToArray();
        foreach (var row in expected.EnumerateArray().Where(row => row.TryGetProperty(column, out _) && row.GetProperty("op").GetString() is not ("==" or "<" or ">")))
        {
            var found = values.Where(value => Keys(value.Row.Lhs, value.Row.Operator, value.Row.Rhs, value.Row.Group).Contains(Key(row))).Select(value => value.Value);
            if (row.GetProperty(column).ValueKind == JsonValueKind.Number)
                mismatches.Add($"{Key(row)} {column}", row.GetProperty(column), found.FirstOrDefault(), tolerance);
        }
    }

    private static string Key(JsonElement row)
    {
        var (lhs, op, rhs) = (row.GetProperty("lhs").GetString()!, row.GetProperty("op").GetString()!, row.GetProperty("rhs").GetString()!);
        var group = op == ":=" ? 0 : row.TryGetProperty("group", out var value) ? value.GetInt32() : 1;
        return op == ":=" ? $"{lhs} := {group}" : $"{lhs} {op} {rhs} {group}";
    }

    private static string[] Keys(string lhs, Operator kind, string rhs, int group) => kind switch
    {
        Operator.Definition => [$"{lhs} := 0"],
        Operator.Covariance => [$"{lhs} ~~ {rhs} {group}", $"{rhs} ~~ {lhs} {group}"],
        _ => [$"{lhs} {kind.Text()} {rhs} {group}"],
    };
}
