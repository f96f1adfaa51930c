using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class RowValuesTests
{
    [Fact]
    public void Gradients_AreThoseOfDifferences()
    {
        var fit = Fits.Of("x2 ~ a*x1\nx3 ~ b*x2 + 0.2*x1\nab := a*b\nratio := a/(a + b)\na == 2*b");
        double[] free = [.. fit.Values];
        var (values, gradients) = (RowValues.Of(fit, free), RowValues.Gradients(fit, free));
        for (var i = 0; i < values.Length; i++)
        {
            var row = fit.Table.Rows[i];
            Assert.Equal(row.Operator == Operator.EqualTo, double.IsNaN(values[i]));
            Assert.Equal(!row.IsFree && row.Operator != Operator.Definition, gradients[i] is null);
            for (var k = 0; k < free.Length && gradients[i] is not null; k++)
                Oracle.Near(Slopes.Of(point => [RowValues.Of(fit, point)[i]], free, k)[0], gradients[i]![k], 1e-9);
        }
    }
}
