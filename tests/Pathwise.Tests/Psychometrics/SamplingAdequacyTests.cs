using Pathwise.Psychometrics;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class SamplingAdequacyTests
{
    private static readonly Oracle Psych = Oracle.Read("psych", "items.json");

    [Fact]
    public void Kmo_NineItems_IsThatOfPsych()
    {
        var adequacy = Holzinger.Table.Kmo(Holzinger.Items);
        Oracle.Near(Psych["kmo"]["overall"].Number, adequacy.Overall, 1e-10);
        Oracle.Near(Psych["kmo"]["items"].Numbers, [.. adequacy.Items.Select(row => row.Value)], 1e-10);
        Assert.Equal(Holzinger.Items, adequacy.Items.Select(row => row.Item));
    }

    [Fact]
    public void Sphericity_NineItems_IsThatOfPsych()
    {
        var test = Holzinger.Table.Sphericity(Holzinger.Items);
        Oracle.Near(Psych["bartlett"]["chisq"].Number, test.ChiSquare, 1e-10);
        Oracle.Near(Psych["bartlett"]["determinant"].Number, test.Determinant, 1e-12);
        Assert.Equal((301, 9, 36), (test.Cases, test.Items, test.DegreesOfFreedom));
        Assert.Equal(Psych["bartlett"]["p"].Number, test.PValue, 1e-12);
    }

    [Fact]
    public void Kmo_AnItemThatIsASumOfOthers_IsRefused()
    {
        var table = Holzinger.Table;
        var sum = table.Numbers("x1").Zip(table.Numbers("x2"), (a, b) => a + b).ToArray();
        Assert.Contains("singular", Assert.Throws<InputException>(() => table.With("sum", sum).Kmo(["x1", "x2", "sum", "x3"])).Message, StringComparison.Ordinal);
    }
}
