using Pathwise.Notebooks.Execution;
using Xunit;

namespace Pathwise.Tests.Notebooks.Execution;

public sealed class CodeInspectionTests
{
    private readonly Session _session = new(Path.GetTempPath(), "n", new OutputChannel(static _ => { }, static (_, _) => { }));

    [Fact]
    public void Inspect_AMethod_IsItsDeclaration() => Assert.Equal("double Math.Sqrt(double d)", _session.Inspect("Math.Sqrt(4)", 7));

    [Theory]
    [InlineData("Math.Sqrt()", 10)]
    [InlineData("Math.Sqrt(", 10)]
    [InlineData("Math.Sqrt(1 + 1)", 12)]
    [InlineData("Math.Abs(Math.Sqrt(4 ))", 21)]
    public void Inspect_AmongArguments_IsWhatIsCalled(string code, int position) => Assert.Equal("double Math.Sqrt(double d)", _session.Inspect(code, position));

    [Fact]
    public async Task Inspect_ATypeOfTheLibrary_IsItsSummary()
    {
        await _session.RunAsync("1", $"#r \"{typeof(InputException).Assembly.Location}\"");
        var text = _session.Inspect("typeof(Pathwise.InputException)", 20);
        Assert.Contains("The analyst's mistake", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("1 + 1", 2)]
    [InlineData("unheard", 3)]
    public void Inspect_NothingWithAName_IsNull(string code, int position) => Assert.Null(_session.Inspect(code, position));
}
