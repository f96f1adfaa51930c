using Pathwise.Notebooks.Execution;
using Xunit;

namespace Pathwise.Tests.Notebooks.Execution;

public sealed class OwnPackagesTests
{
    private static readonly string Version = typeof(OwnPackages).Assembly.GetName().Version!.ToString(3);

    [Theory]
    [InlineData("#r \"nuget: Pathwise.Reporting, VERSION\"", "Pathwise.Reporting.dll")]
    [InlineData("#r \"nuget:Pathwise\"", "Pathwise.dll")]
    public void Reference_OneOfOurPackages_IsTheLoadedAssembly(string line, string file)
    {
        var (own, refusal) = OwnPackages.Reference(line.Replace("VERSION", Version, StringComparison.Ordinal))!.Value;
        Assert.Equal(($"#r \"{Path.Combine(AppContext.BaseDirectory, file)}\"", null), (own, refusal));
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, file)));
    }

    [Fact]
    public void Reference_AnotherVersion_IsRefusedWithBoth() =>
        Assert.Equal($"This notebook asks for version 9.9.9 of Pathwise, and version {Version} runs it; change one of them.", OwnPackages.Reference("#r \"nuget: Pathwise, 9.9.9\"")!.Value.Refusal);

    [Theory]
    [InlineData("#r \"nuget: Other, 1.0.0\"")]
    [InlineData("#r \"Pathwise.dll\"")]
    [InlineData("var x = 1;")]
    public void Reference_AnythingElse_IsNone(string line) => Assert.Null(OwnPackages.Reference(line));
}
