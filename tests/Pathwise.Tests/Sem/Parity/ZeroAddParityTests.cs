using System.Text.Json;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Parity;

/// <summary>Rules for empty cells against lavaan's <c>zero.add</c>: tables of five by five, of which most have empty cells.</summary>
public sealed class ZeroAddParityTests
{
    [Theory]
    [InlineData("none", EmptyCellRule.None)]
    [InlineData("share", EmptyCellRule.ShareOfCells)]
    public void Fit_WithARuleForEmptyCells_IsLavaans(string name, EmptyCellRule rule)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Repository.Fixture("lavaan", "ordinal", "zero-add.json")));
        var data = DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s02_sparse5", "data.csv"));
        var fit = ModelSpecification.Parse("F =~ a1 + a2 + a4\nG =~ b1 + b2 + b3 + b4").Fit(
            data, new() { Estimator = Estimator.WLSMV, EmptyCells = rule }, new() { Ordered = ["all"] });
        foreach (var row in fit.Table.Rows.Where(row => row is { Operator: Operator.Loading, IsFree: true }))
            Assert.Equal(expected.RootElement.GetProperty(name).GetProperty($"{row.Lhs} =~ {row.Rhs}").GetDouble(), fit.Values[row.Free - 1], 1e-6);
        Assert.Equal(expected.RootElement.GetProperty(name).GetProperty("chisq.scaled").GetDouble(), fit.Indices().ScaledTest!.Value!.Value, 1e-4);
    }

    [Fact]
    public void Fit_WithoutOrderedVariables_RefusesTheRule() => Assert.Contains("--zero-add", Assert.Throws<InputException>(() => ModelSpecification.Parse("x ~ y").Fit(
        DataTable.Of(["x", "y"], new double[,] { { 1, 2 }, { 2, 1 }, { 3, 3 }, { 4, 3 } }), new() { EmptyCells = EmptyCellRule.None })).Message, StringComparison.Ordinal);
}
