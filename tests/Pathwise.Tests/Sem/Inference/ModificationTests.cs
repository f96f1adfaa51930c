using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ModificationTests
{
    // lavaan's own indices are not at the estimates there; these are from its gradient and information at them.
    [Fact]
    public void ModificationIndices_OfImproperOptima_AreThoseOfTheEstimates()
    {
        var oracle = Oracle.Read("lavaan", "models", "modification.json");
        for (var k = 0; k < oracle.Count; k++)
        {
            var term = oracle[k]["term"].Text.Split(" ~~ ");
            var own = LavaanCase.Read(oracle[k]["id"].Text).Fit().ModificationIndices()
                .Single(index => index.Operator == Operator.Covariance && index.Lhs == term[0] && index.Rhs == term[1]);
            Oracle.Near(oracle[k]["mi"].Number, own.Drop, 1e-6);
            Oracle.Near(oracle[k]["epc"].Number, own.Change, 1e-6);
        }

        Assert.Equal(4, oracle.Count);
    }
}
