using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Tests.Sem.Inference;

/// <summary>Two models that lavaan and semTools compared (tests/fixtures/lavaan/compare), and the same fitted here.</summary>
internal sealed class ComparedPair(Oracle oracle)
{
    private static readonly Dictionary<string, GroupEquality> Equalities = new() { ["loadings"] = GroupEquality.Loadings, ["intercepts"] = GroupEquality.Intercepts };

    public static IEnumerable<ComparedPair> All
    {
        get
        {
            var all = Oracle.Read("lavaan", "compare", "compare.json");
            return Enumerable.Range(0, all.Count).Select(k => new ComparedPair(all[k]));
        }
    }

    public string Id => oracle["id"].Text;

    public ModelNesting Nesting => oracle["nested"].Flag
        ? oracle["net"].Text == "Equivalent" ? ModelNesting.Equivalent : ModelNesting.Nested
        : ModelNesting.NotNested;

    public IEnumerable<(string Estimator, DifferenceMethod Method, Oracle Oracle)> Tests => Enumerable.Range(0, oracle["tests"].Count)
        .Select(k => oracle["tests"][k])
        .Select(test => (test["estimator"].Text, Enum.GetValues<DifferenceMethod>().Single(method => method.Text() == test["method"].Text), test));

    public static ComparedPair Read(string id) => All.Single(pair => pair.Id == id);

    public DataTable Data() => DataTable.Read(Repository.Fixture("lavaan", "models", "data", $"{oracle["data"].Text}.csv"));

    public (FitResult Full, FitResult Restricted) Fit(string estimator, bool fixedX = true, bool areGrouped = true, DataTable? data = null) =>
        (Fit("full", estimator, fixedX, areGrouped, data), Fit("restricted", estimator, fixedX, areGrouped, data));

    private FitResult Fit(string model, string estimator, bool fixedX, bool areGrouped, DataTable? data)
    {
        var equal = oracle[$"{model}.equal"];
        var completion = new ModelOptions
        {
            FixedX = fixedX,
            GroupEqual = areGrouped ? [.. Enumerable.Range(0, equal.Count).Select(k => Equalities[equal[k].Text])] : [],
        };
        var group = areGrouped && oracle["group"].Text is { Length: > 0 } name ? name : null;
        return ModelSpecification.Parse(oracle[model].Text).Fit(data ?? Data(), new() { Estimator = Enum.Parse<Estimator>(estimator) }, completion, group);
    }
}
