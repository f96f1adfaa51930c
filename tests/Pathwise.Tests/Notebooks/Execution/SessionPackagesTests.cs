using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Execution;
using Xunit;

namespace Pathwise.Tests.Notebooks.Execution;

/// <summary>Packages in a session; those that are not the library's own come from a folder that the test fills, and no network is asked.</summary>
[Trait("pace", "slow")]
public sealed class SessionPackagesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pathwise-session-");
    private readonly List<Output> _shown = [];
    private readonly Session _session;

    public SessionPackagesTests()
    {
        _session = new Session(_folder.FullName, "n.ipynb", new OutputChannel(_shown.Add, (_, output) => _shown.Add(output)));
        File.WriteAllText(Path.Combine(_folder.FullName, "nuget.config"), """
            <configuration>
              <packageSources><clear /><add key="here" value="feed" /></packageSources>
              <config><add key="globalPackagesFolder" value="cache" /></config>
            </configuration>
            """);
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "feed"));
    }

    private string LastText => ((DataOutput)_shown[^1]).Data.Text("text/plain")!;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Run_OurPackage_IsTheLoadedLibrary()
    {
        Assert.Null(await RunAsync("#r \"nuget: Pathwise\"\nusing Pathwise.Sem.Specification;\nModelSpecification.Parse(\"y ~ x\").Table().FreeCount.ToString()"));
        Assert.Equal("2", LastText);
    }

    [Fact]
    public async Task Run_OurPackageOfThisVersion_BringsWhatItNeeds()
    {
        Assert.Null(await RunAsync($"#r \"nuget: Pathwise.Reporting, {OwnPackages.Version}\"\nusing Deedle;\nusing Pathwise.Tables;\ntypeof(Frame).Name + typeof(DataTable).Name"));
        Assert.Equal("FrameDataTable", LastText);
    }

    [Fact]
    public async Task Run_OurPackageOfAnotherVersion_IsRefusedWithTheReason()
    {
        var failure = await RunAsync("\n#r \"nuget: Pathwise, 99.1.0\"");
        Assert.Equal(2, failure!.Line);
        Assert.Contains($"99.1.0 is asked for, and this is Pathwise {OwnPackages.Version}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AnotherPackage_IsRestoredFromTheSourcesOfTheFolder()
    {
        Pack("Some.Package", "1.0.0");
        Pack("Some.Package", "2.0.0");
        Assert.NotNull(await RunAsync("#r \"nuget: Some.Package, 1.0.0\"\nnotThere"));
        Assert.Null(await RunAsync("#r \"nuget: Some.Package, 1.0.0\"\n#r \"nuget: Pathwise\"\nSome.Thing.Version"));
        Assert.Equal("1.0.0", LastText);
        Assert.Null(await RunAsync("#r \"nuget: Some.Package\"\nSome.Thing.Version"));
        Assert.Contains("is loaded in another version already", (await RunAsync("#r \"nuget: Some.Package, 2.0.0\""))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_APackageThatNobodyHas_SaysSoInOneLine()
    {
        var failure = await RunAsync("1\n#r \"nuget: No.Such.Package, 1.0\"");
        Assert.Equal(2, failure!.Line);
        Assert.StartsWith("No.Such.Package, 1.0: NU1101", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    private Task<CellFailure?> RunAsync(string source) => _session.RunAsync("c", source);

    // A package is a zip with an assembly in a folder for its framework.
    private void Pack(string name, string version)
    {
        using var package = ZipFile.Open(Path.Combine(_folder.FullName, "feed", $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var assembly = package.CreateEntry("lib/net8.0/Some.Thing.dll").Open())
            assembly.Write(Assembly(version));
        using var writer = new StreamWriter(package.CreateEntry($"{name}.nuspec").Open());
        writer.Write($"<package><metadata><id>{name}</id><version>{version}</version><authors>t</authors><description>t</description></metadata></package>");
    }

    private static byte[] Assembly(string version)
    {
        var source = $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] namespace Some {{ public static class Thing {{ public const string Version = \"{version}\"; }} }}";
        var compilation = CSharpCompilation.Create("Some.Thing", [CSharpSyntaxTree.ParseText(source)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var bytes = new MemoryStream();
        Assert.True(compilation.Emit(bytes).Success);
        return bytes.ToArray();
    }
}
