using Pathwise.Notebooks.Execution;
using Pathwise.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Notebooks.Running;

public sealed class WorkerCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pathwise-tools-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void OfProgram_AnInstalledTool_IsTheCommandThatUpdatesKeep()
    {
        var shim = Path.Combine(_folder.FullName, OperatingSystem.IsWindows() ? "p.exe" : "p");
        File.WriteAllText(shim, "");
        var command = WorkerCommand.OfProgram(Path.Combine(_folder.FullName, ".store", "p.tool", "0.1.0", "p.tool", "0.1.0", "tools", "P.dll"), "p", "kernel", "run");
        Assert.Equal(shim, command.Program);
        Assert.Equal(["kernel", "run"], command.Arguments);
    }

    [Theory]
    [InlineData("bin", "P.dll")]
    [InlineData(".store", "P.dll")]
    public void OfProgram_AnyOtherAssembly_IsRunByDotNet(string folder, string name)
    {
        var path = Path.Combine(_folder.FullName, folder, name);
        var command = WorkerCommand.OfProgram(path, "p", "kernel");
        Assert.Equal(DotNet.Program, command.Program);
        Assert.Equal(["exec", path, "kernel"], command.Arguments);
    }
}
