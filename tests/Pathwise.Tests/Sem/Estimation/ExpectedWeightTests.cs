using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class ExpectedWeightTests
{
    [Theory]
    [InlineData("fiml")]
    [InlineData("fiml_path")]
    [InlineData("cfa_std_lv_means")]
    public void Of_AnyChange_IsTheQuadraticFormOfTheInformation(string id)
    {
        var group = SaturatedGroup.AtModel(LavaanCase.Read(id).Fit(), 1);
        var change = Vector<double>.Build.Dense(group.Vector.Count, k => Math.Cos(k));
        Oracle.Near(change * group.Information(Information.Expected) * change, group.Weighted(change), 1e-11);
    }
}
