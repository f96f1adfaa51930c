using System.Text.Json;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

/// <summary>Fits within bounds against lavaan (fixtures/lavaan/bounds).</summary>
public sealed class BoundedEstimationTests
{
    // Of 25 cases: no bound holds the first minimum found, and none is looked for besides; lavaan's starting values lead to a lower one.
    private const string HigherMinimum = "small4 pos.lv.var";

    private static readonly Lazy<Dictionary<string, LavaanCase>> Known = new(() =>
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Fixture("lavaan", "bounds", "cases.json")));
        return document.RootElement.Clone().EnumerateArray().ToDictionary(each => $"{each.GetProperty("id").GetString()} {each.GetProperty("bounds").GetString()}", each => new LavaanCase(each));
    });

    public static TheoryData<string> All => new(Known.Value.Keys);

    [Theory]
    [MemberData(nameof(All))]
    public void Bounds_OfEveryParameter_AreLavaans(string id)
    {
        var known = Known.Value[id];
        var fit = Fit(known);
        foreach (var (expected, row) in Rows(known, fit).Where(each => each.Row.IsFree))
        {
            Near(expected.GetProperty("lower"), fit.Constraints.Box!.Lower[row.Free - 1], double.NegativeInfinity);
            Near(expected.GetProperty("upper"), fit.Constraints.Box.Upper[row.Free - 1], double.PositiveInfinity);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Fit_WithinBounds_IsLavaansOrLower(string id)
    {
        var known = Known.Value[id];
        var fit = Fit(known);
        if (!known.Root.GetProperty("converged").GetBoolean() && !fit.HasConverged)
            return;
        Assert.True(fit.HasConverged, $"{fit.Termination}");
        Assert.True(fit.Constraints.Box!.Contains([.. fit.Values]));
        Assert.True(IsStationary(fit));
        if (!known.Root.GetProperty("converged").GetBoolean())
            return;
        var theirs = known.Root.GetProperty("fit").GetProperty("fmin").GetDouble();
        var ours = fit.Method.Minimum(fit.Discrepancy, fit.Test().Value, fit.CaseCount)!.Value;
        if (id == HigherMinimum)
            Assert.True(ours > theirs + 0.1);
        else
            Assert.True(ours < theirs + 1e-7, $"{ours} {theirs}");
        if (id == HigherMinimum)
            return;
        if (ours < theirs - 1e-6)
            return;
        Oracle.Near(known.Root.GetProperty("fit").GetProperty("chisq").GetDouble(), fit.Test().Value, 1e-5);
        Assert.Equal(known.Root.GetProperty("fit").GetProperty("df").GetDouble(), fit.Test().DegreesOfFreedom);
        foreach (var (expected, row) in Rows(known, fit))
        {
            var estimate = fit.Estimates().Single(each => each.Parameter == row);
            Oracle.Near(expected.GetProperty("est").GetDouble(), estimate.Value, 2e-4);
            if (row.IsFree && expected.GetProperty("se") is { ValueKind: JsonValueKind.Number } error)
                Oracle.Near(error.GetDouble(), estimate.StandardError, 1e-3);
        }
    }

    private static FitResult Fit(LavaanCase known) =>
        known.Fit(options => options with { Bounds = Enum.GetValues<BoundsKind>().Single(kind => kind.Text() == known.Root.GetProperty("bounds").GetString()) });

    // The slopes that bounds and equalities leave vanish, and those that bounds hold press outwards.
    private static bool IsStationary(FitResult fit)
    {
        double[] values = [.. fit.Values], gradient = new double[values.Length];
        var objective = fit.Objective();
        objective.Gradient(values, gradient);
        var directions = new FreeDirections(fit.Constraints.Basis, values.Length, fit.Constraints.Box);
        return directions.LargestSlope(values, directions.Slopes(gradient), directions.Curvature([.. objective.Information().Select(value => 2 * value)])) < 1e-7;
    }

    private static IEnumerable<(JsonElement Expected, Parameter Row)> Rows(LavaanCase known, FitResult fit) =>
        from expected in known.Root.GetProperty("parameters").EnumerateArray()
        let row = fit.Table.Rows.SingleOrDefault(row => row.Lhs == expected.GetProperty("lhs").GetString() && row.Operator.Text() == expected.GetProperty("op").GetString()
            && (row.Rhs == expected.GetProperty("rhs").GetString() || row.Operator == Operator.Intercept) && row.Group == expected.GetProperty("group").GetInt32())
        where row is not null
        select (expected, row);

    private static void Near(JsonElement expected, double actual, double infinite)
    {
        if (expected.ValueKind == JsonValueKind.Number)
            Oracle.Near(expected.GetDouble(), actual, 1e-8);
        else
            Assert.Equal(infinite, actual);
    }
}
