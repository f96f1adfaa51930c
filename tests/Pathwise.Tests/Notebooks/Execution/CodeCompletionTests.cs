using Pathwise.Notebooks.Execution;
using Xunit;

namespace Pathwise.Tests.Notebooks.Execution;

public sealed class CodeCompletionTests
{
    private readonly Session _session = new(Path.GetTempPath(), "n", new OutputChannel(static _ => { }, static (_, _) => { }));

    [Theory]
    [InlineData("Math.Sq|", "Sqrt")]
    [InlineData("var a = new List<int>();\na.Wh|", "Where")]
    [InlineData("System.Co|llections", "Collections")]
    [InlineData("fore|", "foreach")]
    [InlineData("Enum|", "Enumerable")]
    [InlineData("\"a\".Display|", "DisplayAs")]
    public void Complete_APlace_OffersWhatCanStandThere(string marked, string expected)
    {
        var at = marked.IndexOf('|', StringComparison.Ordinal);
        Assert.Contains(expected, _session.Complete(marked.Remove(at, 1), at).Matches);
    }

    [Fact]
    public async Task Complete_AVariableOfAnEarlierCell_IsOffered()
    {
        await _session.RunAsync("1", "var reliability = new { Omega = 0.9 };");
        Assert.Equal(["reliability"], _session.Complete("rel", 3).Matches);
        Assert.Contains("Omega", _session.Complete("reliability.", 12).Matches);
    }

    [Fact]
    public void Complete_InsideAWord_ReplacesTheWord()
    {
        var (start, end, _) = _session.Complete("Console.WrLine()", 10);
        Assert.Equal((8, 14), (start, end));
    }

    [Fact]
    public void Complete_OfAnInstance_OffersNothingStatic() =>
        Assert.DoesNotContain("IsNullOrEmpty", _session.Complete("\"a\".", 4).Matches);
}
