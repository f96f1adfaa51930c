using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Specification;

public sealed class OrderedCategoriesTests
{
    private static readonly Dictionary<string, int> Thresholds = new() { ["a"] = 1, ["b"] = 2, ["c"] = 3, ["y"] = 1 };

    // As lavaan orders them: the syntax, then thresholds, variances, scales and intercepts.
    [Fact]
    public void Table_OrderedVariables_HaveThresholdsScalesAndNoFreeUnit()
    {
        var table = Table("f =~ a + b + c", new() { Ordered = ["a", "b"] });
        Assert.Equal(
            [
                "f=~a 1", "f=~b ?", "f=~c ?", "a|t1 ?", "b|t1 ?", "b|t2 ?", "a~~a 1", "b~~b 1", "c~~c ?", "f~~f ?", "a~*~a 1", "b~*~b 1", "a~1 0", "b~1 0", "c~1 ?", "f~1 0",
            ],
            table.Rows.Select(Show));
        Assert.Equal(["a", "b"], table.OrderedVariables);
        Assert.True(table.HasMeanStructure);
    }

    [Fact]
    public void Names_All_AreThoseThatTheModelExplainsOrMeasuresBy()
    {
        Assert.Equal(["a", "b", "c", "y"], Table("f =~ a + b + c\ny ~ f", new() { Ordered = ["all"] }).OrderedVariables);
        Assert.Equal(["y"], ModelSpecification.Parse("y ~ x").OrderedVariables(new() { Ordered = ["all"] }));
    }

    [Fact]
    public void Table_EqualThresholds_FreeUnitAndOriginOfLaterGroups()
    {
        string[] Freed(ModelOptions options) => [.. Table("f =~ a + b", options, ["u", "v"]).Rows.Where(row => row is { Group: 2, IsFree: true } && row.Operator is Operator.Scale or Operator.Intercept or Operator.Covariance).Select(Show)];
        var options = new ModelOptions { Ordered = ["b"], GroupEqual = [GroupEquality.Thresholds] };
        Assert.Equal(["a~~a ?", "f~~f ?", "b~*~b ?", "a~1 ?", "b~1 ?"], Freed(options));
        Assert.Equal(["a~~a ?", "b~~b ?", "f~~f ?", "a~1 ?", "b~1 ?"], Freed(options with { Parameterization = Parameterization.Theta }));
        Assert.Equal(["a~~a ?", "f~~f ?", "b~*~b ?", "a~1 ?", "f~1 ?"], Freed(options with { GroupEqual = [GroupEquality.Thresholds, GroupEquality.Intercepts] }));
    }

    [Fact]
    public void Baseline_OfOrderedVariables_HasThresholdsAndNoCovariances()
    {
        var rows = Table("f =~ a + b + c", new() { Ordered = ["a", "b"] }).Baseline().Rows;
        Assert.Equal(["a|t1 ?", "b|t1 ?", "b|t2 ?", "a~~a 1", "b~~b 1", "c~~c ?", "a~1 0", "b~1 0", "c~1 ?"], rows.Select(Show));
    }

    private static ParameterTable Table(string model, ModelOptions options, IReadOnlyList<string>? groups = null) =>
        ModelSpecification.Parse(model).Table(options, groups ?? [""], Thresholds);

    private static string Show(Parameter row) => $"{row.Lhs}{row.Operator.Text()}{row.Rhs} {(row.IsFree ? "?" : FormattableString.Invariant($"{row.FixedValue}"))}";
}
