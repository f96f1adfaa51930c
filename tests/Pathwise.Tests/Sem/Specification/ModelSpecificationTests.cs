using System.Text.Json;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;
using Xunit;

namespace Pathwise.Tests.Sem.Specification;

public sealed class ModelSpecificationTests
{
    private static readonly Dictionary<string, JsonElement> Cases = JsonDocument
        .Parse(File.ReadAllText(Repository.Fixture("lavaan", "partable", "partable.json")))
        .RootElement.EnumerateArray().ToDictionary(each => each.GetProperty("name").GetString()!);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Table_EveryModel_HasLavaansRows(string name)
    {
        var table = TableOf(Cases[name]);
        Assert.Equal(Cases[name].GetProperty("rows").EnumerateArray().Select(Expected), table.Rows.Select(Shown));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Table_EveryModel_HasLavaansVariablesInOrder(string name)
    {
        var (expected, table) = (Cases[name], TableOf(Cases[name]));
        Assert.Equal(Texts(expected, "observed"), table.ObservedVariables);
        Assert.Equal(Texts(expected, "latent"), table.LatentVariables);
        Assert.Equal(Texts(expected, "exogenous"), table.ExogenousVariables);
        Assert.Equal(expected.GetProperty("free").GetInt32(), table.FreeCount);
        Assert.Equal(expected.GetProperty("meanstructure").GetBoolean(), table.HasMeanStructure);
    }

    [Fact]
    public void Table_SharedLabels_AreConstraintsOfDistinctParameters()
    {
        var table = ModelSpecification.Parse("f =~ x1 + a*x2 + a*x3 + a*x4").Table();
        Assert.Equal([1, 2, 3], table.Rows.Where(row => row.Label == "a").Select(row => row.Free));
        Assert.Equal(2, table.Constraints.Count);
        Assert.All(table.Constraints, each => Assert.True(each is { IsEquality: true, IsFromUser: false, Difference.IsLinear: true }));
        var gradient = new double[table.FreeCount];
        Assert.Equal(-3, table.Constraints[1].Difference.Gradient([1, 2, 4, 8, 8, 8, 8, 8], gradient));
        Assert.Equal([1, 0, -1, 0, 0, 0, 0, 0], gradient);
    }

    [Fact]
    public void Table_DefinitionOfADefinition_IsAFunctionOfTheParameters()
    {
        var table = ModelSpecification.Parse("m ~ a*x\ny ~ b*m + 0.5*x\nind := a*b\ntwice := 2*ind").Table();
        Assert.Equal(["ind", "twice"], table.Definitions.Select(each => each.Name));
        Assert.Equal(12, table.Definitions[1].Function.Value([2, 3, 1, 1]));
        Assert.Equal([0, 1], table.Definitions[1].Function.Positions);
    }

    [Fact]
    public void Table_LabelOfAFixedParameter_IsAConstantOfTheConstraint()
    {
        var table = ModelSpecification.Parse("f =~ x1 + a*x2 + 0.7*x3 + b*x3\na == 2*b").Table();
        Assert.Equal(-0.4, table.Constraints.Single().Difference.Value([1, 0, 0, 0, 0, 0, 0, 0]), 12);
    }

    [Fact]
    public void Table_NoGroup_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelSpecification.Parse("y ~ x").Table(null, []));

    [Fact]
    public void Table_UnknownParameterInGroupPartial_IsRefused()
    {
        var options = new ModelOptions { GroupEqual = [GroupEquality.Loadings], GroupPartial = ["f=~x9"] };
        var mistake = Assert.Throws<InputException>(() => ModelSpecification.Parse("f =~ x1 + x2 + x3").Table(options, ["a", "b"]));
        Assert.Contains("'f=~x9' is no parameter", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OneLabelOnTwoFixedValues_IsRefused()
    {
        var model = ModelSpecification.Parse("f =~ x1 + a*x2 + 2*x2 + a*x3 + 3*x3");
        Assert.Contains("2 and 3", Assert.Throws<InputException>(() => model.Table()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AMistakeInAFile_NamesTheFileAndTheLine()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "f =~ x1 + x2\ny <~ f");
        var mistake = Assert.Throws<SyntaxException>(() => ModelSpecification.Read(path));
        File.WriteAllText(path, "f =~ x1 + c(a, b)*x2");
        var later = Assert.Throws<SyntaxException>(() => ModelSpecification.Read(path).Table());
        File.Delete(path);
        Assert.StartsWith($"{path}, line 2: 'y<~f': ", mistake.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{path}, line 1: 'f=~x2': ", later.Message, StringComparison.Ordinal);
    }

    internal static ParameterTable TableOf(JsonElement model)
    {
        var groups = model.GetProperty("groups").GetInt32();
        var labels = groups == 1 ? [""] : Enumerable.Range(0, groups).Select(i => $"{(char)('a' + i)}").ToArray();
        return ModelSpecification.Parse(model.GetProperty("model").GetString()!).Table(Options(model), labels);
    }

    private static ModelOptions Options(JsonElement model)
    {
        var defaults = model.GetProperty("fun").GetString() switch
        {
            "growth" => ModelDefaults.Growth,
            "lavaan" => ModelDefaults.None,
            _ => ModelDefaults.Sem,
        };
        var given = model.GetProperty("options");
        bool? Given(string name) => given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out var value) ? value.GetBoolean() : null;
        return new ModelOptions
        {
            Defaults = defaults,
            StdLv = Given("std.lv") ?? false,
            Orthogonal = Given("orthogonal") ?? false,
            FixedX = Given("fixed.x") ?? true,
            MeanStructure = Given("meanstructure"),
            GroupEqual = [.. Texts(given, "group.equal").Select(Equality)],
            GroupPartial = Texts(given, "group.partial"),
        };
    }

    private static GroupEquality Equality(string text) => text switch
    {
        "residual.covariances" => GroupEquality.ResidualCovariances,
        "lv.variances" => GroupEquality.LatentVariances,
        "lv.covariances" => GroupEquality.LatentCovariances,
        _ => Enum.Parse<GroupEquality>(text, ignoreCase: true),
    };

    private static string[] Texts(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var list)
            ? [.. list.EnumerateArray().Select(each => each.GetString()!)]
            : [];

    private static string Expected(JsonElement row)
    {
        var value = row.GetProperty("value");
        return FormattableString.Invariant(
            $"{Text("lhs")} {Text("op")} {Text("rhs")} group {row.GetProperty("group")} free {row.GetProperty("free")} ") +
            $"value {(value.ValueKind == JsonValueKind.Null ? "" : Number(value.GetDouble()))} label {Text("label")} " +
            $"exo {row.GetProperty("exo")} user {(row.GetProperty("user").GetInt32() == 1 ? 1 : 0)}";
        string Text(string name) => row.GetProperty(name).GetString()!;
    }

    private static string Shown(Parameter row) => FormattableString.Invariant(
        $"{row.Lhs} {row.Operator.Text()} {row.Rhs} group {row.Group} free {row.Free} ") +
        $"value {((row.FixedValue ?? row.Start) is { } value ? Number(value) : "")} label {row.Label} " +
        $"exo {(row.IsSampleMoment ? 1 : 0)} user {(row.IsFromUser ? 1 : 0)}";

    // jsonlite writes 15 digits.
    private static string Number(double value) => value.ToString("G14", System.Globalization.CultureInfo.InvariantCulture);
}
