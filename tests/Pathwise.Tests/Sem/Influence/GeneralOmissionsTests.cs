using System.Text.Json;
using Pathwise.Sem.Influence;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Influence;

/// <summary>Cases left out of models that are fitted by the general path, held to lavaan's fits without them.</summary>
public sealed class GeneralOmissionsTests
{
    private const string Path = "X -> M -> Y";

    private static readonly List<JsonElement> Expected = [.. JsonDocument.Parse(File.ReadAllText(Repository.Fixture("lavaan", "ordinal-omissions", "expected.json"))).RootElement.EnumerateArray()];

    [Fact]
    public void Influence_OfOrderedVariables_IsLavaansDifferenceWithoutTheCase()
    {
        var fit = OrdinalCase.Read("s06_mediation/wlsmv").Fit();
        var result = fit.Influence(new InfluenceOptions { Effect = Path, Budget = 350, Most = 1 });
        Assert.Equal("ordered variables", result.Path.Reason);
        var all = Expected[0];
        Assert.All(Expected.Where(each => each.GetProperty("rows").GetArrayLength() == 1), without =>
        {
            var found = result.Cases[without.GetProperty("rows")[0].GetInt32() - 1];
            double Difference(string name) => all.GetProperty(name).GetDouble() - without.GetProperty(name).GetDouble();
            Assert.Equal(Difference("effect"), found.Change!.Effect!.Value, 1e-5);
            Assert.Equal(Difference("chisq.scaled"), found.Change.ChiSquare!.Value, 1e-4);
            Assert.Equal(Difference("srmr"), found.Measures!.Srmr!.Value, 1e-5);
        });
    }

    [Fact]
    public void Influence_OfOrderedVariables_HasNoOneStepAndNoReference()
    {
        var fit = OrdinalCase.Read("s06_mediation/wlsmv").Fit();
        Assert.StartsWith("One-step approximations of models with ordered variables", Assert.Throws<InputException>(() => fit.Influence(new InfluenceOptions { Effect = Path, HasOneStep = true })).Message, StringComparison.Ordinal);
        Assert.StartsWith("References of influential cases of models with ordered variables", Assert.Throws<InputException>(() => fit.Influence(new InfluenceOptions { Effect = Path, ReferenceSamples = 19 })).Message, StringComparison.Ordinal);
    }
}
