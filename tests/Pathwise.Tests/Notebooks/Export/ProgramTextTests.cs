using Microsoft.CodeAnalysis.CSharp;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Export;
using Xunit;

namespace Pathwise.Tests.Notebooks.Export;

public sealed class ProgramTextTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Of_ANotebook_PutsUsingsFirstAndTypesLast()
    {
        var program = Of("#r \"../artifacts/bin/Lib/release/Lib.dll\"\nusing System.IO;", "record P(int X);\nvar p = new P(1);\np.X", "await Task.Yield();");
        Assert.Contains("#:project ../src/Lib/Lib.csproj", program, StringComparison.Ordinal);
        Assert.DoesNotContain("#r ", program, StringComparison.Ordinal);
        string[] inOrder = ["using System.IO;", "NotebookFolder.Enter(\"../notebooks\");", "var p = new P(1);", "NotebookText.Show(p.X);", "await Task.Yield();", "record P(int X);"];
        var places = inOrder.Select(part => program.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Of_ANotebook_IsAProgramThatParses()
    {
        var options = CSharpParseOptions.Default.WithFeatures([KeyValuePair.Create("FileBasedProgram", "true")]);
        var tree = CSharpSyntaxTree.ParseText(ProgramText.Of(Repository.Fixture("notebooks", "tour.ipynb"), _folder), options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(tree.GetDiagnostics(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Of_ACellThatShowsAnError_IsLeftOut() =>
        Assert.Contains("// The cell c9 shows an error and is left out.", ProgramText.Of(Repository.Fixture("notebooks", "tour.ipynb"), _folder), StringComparison.Ordinal);

    [Fact]
    public void Of_AnAssemblyWithoutAProject_IsRefused() =>
        Assert.Contains("for which there is no project", Assert.Throws<InputException>(() => Of("#r \"../other/Other.dll\"")).Message, StringComparison.Ordinal);

    private string Of(params string[] cells)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "notebooks")).FullName, "n.ipynb");
        File.WriteAllText(path, NotebookWriter.Write(new Notebook(cells.Select((source, i) => new Cell(CellKind.Code, $"c{i}", source)))));
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "src", "Lib")).FullName, "Lib.csproj"), "");
        return ProgramText.Of(path, Directory.CreateDirectory(Path.Combine(_folder, "programs")).FullName);
    }
}
