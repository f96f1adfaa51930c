using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ExtendedTableTests
{
    [Fact]
    public void Of_TwoFactors_AddsWhatTheModelFixesOrLeavesOut()
    {
        var fit = Fits.Of(Fits.Factors);
        var extended = ExtendedTable.Of(fit);
        var rows = extended.Candidates.Select(index => extended.Table.Rows[index]).ToArray();
        Assert.Equal(2 + 6, rows.Count(row => row.Operator == Operator.Loading));
        Assert.Equal(15, rows.Count(row => row.Operator == Operator.Covariance));
        Assert.Equal(fit.Values.Count + 23, extended.Values.Length);
        Assert.Equal([1, 1], extended.Values.Where((value, k) => k >= fit.Values.Count && value != 0));
        Assert.Equal(fit.Values, extended.Values.Take(fit.Values.Count));
        Assert.Equal(Enumerable.Range(1, extended.Values.Length), extended.Table.Rows.Where(row => row.IsFree).Select(row => row.Free).Order());
    }
}
