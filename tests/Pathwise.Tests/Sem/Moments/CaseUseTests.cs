using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Moments;

/// <summary>Counts by hand of a small table with every kind of case that is left out.</summary>
public sealed class CaseUseTests
{
    private const double No = double.NaN;

    // Per group: six complete cases, then one without y, one without x, one without either; three cases without a group, one of them empty.
    private static DataTable Data()
    {
        List<double[]> rows = [];
        foreach (var group in new[] { 1.0, 2.0 })
        {
            rows.AddRange([[No, No, group], [1, 2, group], [2, 1, group], [3, 5, group], [4, 4, group], [5, 7, group], [6, 5, group], [7, No, group], [No, 3, group]]);
        }

        rows.AddRange([[1, 1, No], [No, No, No], [2, 2, No]]);
        var values = new double[rows.Count, 3];
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < 3; j++)
                values[i, j] = rows[i][j];
        }

        return DataTable.Of(["x", "y", "g"], values);
    }

    [Theory]
    [InlineData(MissingData.Listwise, true, "12 of 21 cases (1 6, 2 6; left out: 2 without any value, 4 with a missing value, 3 without a group)")]
    [InlineData(MissingData.Fiml, true, "14 of 21 cases (1 7, 2 7; left out: 2 without any value, 2 without a value of an exogenous variable, 3 without a group)")]
    [InlineData(MissingData.Fiml, false, "16 of 21 cases (1 8, 2 8; left out: 2 without any value, 3 without a group)")]
    public void Fit_InGroups_CountsEveryCase(MissingData missing, bool fixedX, string text)
    {
        var fit = ModelSpecification.Parse("y ~ x").Fit(Data(), new() { Missing = missing }, new() { FixedX = fixedX }, "g");
        Assert.Equal(text, fit.CaseUse.Text);
        Assert.Equal([9, 9], fit.CaseUse.Groups.Select(group => group.Total));
        Assert.Equal(missing == MissingData.Fiml && fixedX, fit.Warnings.Any(warning => warning.Code == "missing-exogenous"));
    }

    [Fact]
    public void Fit_WithoutGroups_CountsEveryCase()
    {
        var fit = ModelSpecification.Parse("y ~ x").Fit(Data());
        Assert.Equal("14 of 21 cases (left out: 3 without any value, 4 with a missing value)", fit.CaseUse.Text);
        Assert.Equal([1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 14, 15, 18, 20], fit.Sample[0].Origin!.Positions);
    }

    [Fact]
    public void Fit_OfCompleteCases_LeavesOutNone() =>
        Assert.Equal("4 cases", ModelSpecification.Parse("y ~ x").Fit(DataTable.Of(["x", "y"], new double[,] { { 1, 2 }, { 2, 1 }, { 3, 5 }, { 4, 4 } })).CaseUse.Text);
}
