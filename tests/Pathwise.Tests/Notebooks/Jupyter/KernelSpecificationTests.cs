using System.Text.Json.Nodes;
using Pathwise.Notebooks.Jupyter;
using Pathwise.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Notebooks.Jupyter;

public sealed class KernelSpecificationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-kernel-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Install_AKernel_TellsJupyterHowToStartIt()
    {
        var path = KernelSpecification.Install(_folder, ".net-csharp", ".NET (C#)", new WorkerCommand("p", ["kernel", "run"]));
        Assert.Equal(Path.Combine(_folder, "kernels", ".net-csharp", "kernel.json"), path);
        var content = JsonNode.Parse(File.ReadAllText(path!))!;
        Assert.Equal("[\"p\",\"kernel\",\"run\",\"{connection_file}\"]", content["argv"]!.ToJsonString());
        Assert.Equal("message", (string)content["interrupt_mode"]!);
    }

    [Fact]
    public void Install_OverOurOwn_ReplacesIt()
    {
        KernelSpecification.Install(_folder, "k", "K", new WorkerCommand("p", []));
        Assert.NotNull(KernelSpecification.Install(_folder, "k", "K", new WorkerCommand("q", [])));
    }

    [Fact]
    public void Install_OverAnotherProgramsKernel_LeavesIt()
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "kernels", "k")).FullName, "kernel.json");
        File.WriteAllText(path, "{\"argv\":[\"other\"]}");
        Assert.Null(KernelSpecification.Install(_folder, "k", "K", new WorkerCommand("p", [])));
        Assert.Contains("other", File.ReadAllText(path), StringComparison.Ordinal);
    }
}
