using Pathwise.Multiverse.Universes;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Multiverse.Universes;

public sealed class ModelEditsTests
{
    private const string Model = """
        # a comment
        f =~ x1 + a*x2 + x3 + x4
        y ~ b*f + 0*z
        x1 ~~ x2
        ab := a * b
        """;

    [Fact]
    public void Apply_NoEdit_KeepsTheTextToTheByte() => Assert.Equal(Model, ModelEdits.Apply(Model, [], []));

    [Fact]
    public void Apply_RemoveAndAdd_GivesTheModelAsOneWouldWriteIt()
    {
        var edited = ModelEdits.Apply(Model, ["x2 ~~ x1", "y ~ z"], ["x3 ~~ x4"]);
        Assert.Equal("f =~ x1 + a*x2 + x3 + x4\ny ~ b*f\nab := a*b\nx3 ~~ x4\n", edited);
        Assert.Equal(2, ModelSpecification.Parse(edited).Table().Rows.Count(row => row.Lhs == "f" && row.Operator == Operator.Loading && row.Label.Length == 0 && row.IsFree));
    }

    [Fact]
    public void Drop_AnItem_TakesEveryFormulaWithIt() => Assert.Equal("f =~ a*x2 + x3 + x4\ny ~ b*f + 0*z\nab := a*b\n", ModelEdits.Drop(Model, ["x1"]));

    [Fact]
    public void Drop_AllItems_IsRefused() => Assert.Contains("without items", Assert.Throws<InputException>(() => ModelEdits.Drop(Model, ["x1", "x2", "x3", "x4"])).Message, StringComparison.Ordinal);
}
