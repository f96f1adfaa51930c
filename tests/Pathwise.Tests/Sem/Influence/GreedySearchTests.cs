using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Influence;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Influence;

public sealed class GreedySearchTests
{
    // The path of x in y ~ m + x is a coefficient of least squares.
    [Fact]
    public void Follow_LeastSquares_GoesTheWayOfThePublishedMethod()
    {
        var steps = File.ReadLines(Repository.Fixture("influence", "greedy-ols.csv")).Select(line => line.Split(',')).ToList();
        var data = DataTable.Read(Repository.Fixture("influence", "ols.csv"));
        var result = ModelSpecification.Parse("m ~ x\ny ~ m + x").Fit(data).Influence(new InfluenceOptions { Effect = "x -> y", Budget = data.Count }, CaseNames.Of(data));
        var sign = result.Effect.Drop(DropClaim.Sign);
        Oracle.Near(Number(steps[0][2]), result.Effect.Estimate, 1e-8);
        Assert.Equal(steps.Count - 1, sign.GreedyCount);
        Assert.Equal(steps.Skip(1).Select(step => int.Parse(step[1], CultureInfo.InvariantCulture) + 1).Order(), sign.Cases.Select(each => each.Line));
        Oracle.Near(Number(steps[^1][2]), sign.Confirmation!.Estimate, 1e-8);
    }

    [Fact]
    public void Follow_CasesThatHideEachOther_NeedsFewerThanAddingUp()
    {
        var data = DataTable.Read(Repository.Fixture("influence", "ols.csv"));
        var result = ModelSpecification.Parse("m ~ x\ny ~ m + x").Fit(data).Influence(new InfluenceOptions { Effect = "x -> y", Budget = data.Count, HasOneStep = true });
        var left = result.Effect.Estimate;
        var added = result.Cases.Select(each => each.OneStep!.Effect!.Value).OrderDescending().TakeWhile(change => (left -= change) + change > 0).Count();
        Assert.True(result.Effect.Drop(DropClaim.Sign).Count <= added, $"{result.Effect.Drop(DropClaim.Sign).Count} and {added}");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
