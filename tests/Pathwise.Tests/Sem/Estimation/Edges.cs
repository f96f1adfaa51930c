using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Tests.Sem.Estimation;

/// <summary>Models at the edges of what can be estimated, and what lavaan gives (tests/fixtures/lavaan/edges).</summary>
internal static class Edges
{
    private static readonly Oracle All = Oracle.Read("lavaan", "edges", "edges.json");

    public static Oracle Of(string id) => All[id];

    public static DataTable Data(string name) => DataTable.Read(Repository.Fixture("lavaan", "edges", $"{name}.csv"));

    /// <summary>The model of a case, fitted to a file.</summary>
    public static FitResult Fit(string id, string data, EstimationOptions? options = null, ModelOptions? completion = null) =>
        ModelSpecification.Parse(Of(id)["model"].Text).Fit(Data(data), options, completion);

    /// <summary>Asserts that the estimates and standard errors of regressions are lavaan's.</summary>
    public static void AssertSame(string id, FitResult fit, double tolerance, params string[] operators)
    {
        var rows = Of(id)["estimates"];
        Oracle.Near(Of(id)["chisq"].Number, fit.Test().Value, tolerance);
        for (var i = 0; i < rows.Count; i++)
        {
            if (!operators.Contains(rows[i]["op"].Text))
                continue;
            var own = fit.Estimates().Single(row => row.Lhs == rows[i]["lhs"].Text && row.Operator.Text() == rows[i]["op"].Text
                && row.Rhs == rows[i]["rhs"].Text && row.Group == (int)rows[i]["group"].Number);
            Oracle.Near(rows[i]["est"].Number, own.Value, tolerance);
            if (own.Parameter.IsFree)
                Oracle.Near(rows[i]["se"].Number, own.StandardError, tolerance);
        }
    }

    public static bool Warns(FitResult fit, string code) => fit.Warnings.Any(warning => warning.Code == code);
}
