using Pathwise.Notebooks.Scaffold;
using Pathwise.Studies;
using Xunit;

namespace Pathwise.Tests.Notebooks.Scaffold;

public sealed class NewStudyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-new-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_WithoutHypotheses_TakesEachPathWithoutADirection()
    {
        var study = Scaffolds.Democracy();
        Assert.Equal(["H1: ind60 -> dem60", "H2: ind60 -> dem65", "H3: dem60 -> dem65"], study.Hypotheses.Select(each => $"{each.Name}: {each.Path}"));
        Assert.All(study.Hypotheses, each => Assert.Equal(ExpectedSign.Any, each.Sign));
        Assert.Empty(NewStudy.Read(Scaffolds.AbilityFiles(null)).Hypotheses);
    }

    [Fact]
    public void Read_GivenHypotheses_TakesThoseAlone()
    {
        var study = NewStudy.Read(Scaffolds.DemocracyFiles(null), hypotheses: ["Growth: ind60 -> dem60 -> dem65: positive", "Press: y1 ~~ y5"]);
        Assert.Equal([("Growth", "ind60 -> dem60 -> dem65", ExpectedSign.Positive), ("Press", "y1 ~~ y5", ExpectedSign.Any)], study.Hypotheses.Select(each => (each.Name, each.Path, each.Sign)));
    }

    [Theory]
    [InlineData("H1", "Not a hypothesis: H1")]
    [InlineData("H1: ind60 -> wealth", "'wealth' is no variable of the model")]
    [InlineData("H1: dem65 -> ind60", "the model has no effect dem65 -> ind60. It has: ind60 -> dem60")]
    [InlineData("H1: ind60 -> dem60: upwards", "sign is 'upwards'")]
    public void Read_AHypothesisThatTheModelDoesNotHave_IsRefused(string hypothesis, string expected) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => NewStudy.Read(Scaffolds.DemocracyFiles(null), hypotheses: [hypothesis])).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_AVariableThatIsNoColumn_IsNamedWithTheModel() =>
        Assert.Contains("the variable 'y99' is no column", Refusal("f =~ y1 + y2 + y99"), StringComparison.Ordinal);

    [Fact]
    public void Read_AFileThatIsMissing_IsNamed() => Assert.Contains(
        "nowhere.csv", Assert.Throws<InputException>(() => NewStudy.Read(Scaffolds.DemocracyFiles(null) with { Data = "nowhere.csv" })).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_NoUsableCase_IsRefused()
    {
        var codebook = Path.Combine(_folder, "c.yaml");
        File.WriteAllText(codebook, "title: T\nabout: A\ncolumns:\n  - { name: ok, kind: choice, text: O, values: { \"1\": kept } }\n  - { name: x, kind: number, text: X }\n  - { name: y, kind: number, text: Y }\ncleaning:\n  - { rule: present, column: ok, reason: not ok }\n");
        var data = Path.Combine(_folder, "d.csv");
        File.WriteAllText(data, "ok,x,y\n,1,2\n,2,3\n");
        var model = Path.Combine(_folder, "m.lav");
        File.WriteAllText(model, "y ~ x\n");
        Assert.Contains("none of the 2 cases is usable", Assert.Throws<InputException>(() => NewStudy.Read(new(codebook, data, model, null))).Message, StringComparison.Ordinal);
    }

    private string Refusal(string text)
    {
        var model = Path.Combine(_folder, "m.lav");
        File.WriteAllText(model, text + "\n");
        return Assert.Throws<InputException>(() => NewStudy.Read(Scaffolds.DemocracyFiles(null) with { Model = model })).Message;
    }
}
