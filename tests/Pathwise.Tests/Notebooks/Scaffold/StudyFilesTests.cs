using System.Security.Cryptography;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Replication;
using Pathwise.Notebooks.Scaffold;
using Pathwise.Studies;
using Xunit;

namespace Pathwise.Tests.Notebooks.Scaffold;

public sealed class StudyFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-new-").FullName;

    private string Target => Path.Combine(_folder, "study");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_AStudy_HasEveryFileAndNoNameOfTheTemplate()
    {
        StudyFiles.Write(Scaffolds.Democracy("A \"quoted\" title"), Target);
        string[] expected =
        [
            ".config/dotnet-tools.json", ".gitignore", ".reuse/dep5", "CITATION.cff", "LICENSE", "LICENSES/LicenseRef-ToState.txt", "LICENSES/MIT.txt", "README.md", "codecheck.yml", "data/LICENSE.md", "data/README.md", "data/model.lav",
            "data/raw/SHA256SUMS", "data/raw/political-democracy.codebook.yaml", "data/raw/political-democracy.csv", "global.json", "notebooks/00-start-here.ipynb",
            "notebooks/01-cleaning.ipynb", "notebooks/02-validity.ipynb", "notebooks/03-cfa.ipynb", "notebooks/04-mediation.ipynb", "notebooks/05-common-method.ipynb",
            "notebooks/06-power.ipynb", "notebooks/07-scorecard.ipynb", "notebooks/08-inference.ipynb", "study.yaml", "tests/notebooks.cs",
        ];
        Assert.Equal(expected, Files());
        Assert.All(Files().Where(file => !file.StartsWith("data/raw", StringComparison.Ordinal)), file => Assert.DoesNotContain("{{", Text(file), StringComparison.Ordinal));
        Assert.Contains("title: \"A \\\"quoted\\\" title: answers", Text("CITATION.cff"), StringComparison.Ordinal);
        Assert.Equal("A \"quoted\" title", StudyPlan.Read(Path.Combine(Target, "study.yaml")).Title);
    }

    [Fact]
    public void Write_TheAnswers_AreTheSameBytesWithTheirSum()
    {
        StudyFiles.Write(Scaffolds.Democracy(), Target);
        var written = File.ReadAllBytes(Path.Combine(Target, "data", "raw", "political-democracy.csv"));
        Assert.Equal(File.ReadAllBytes(Repository.Path("data", "examples", "political-democracy.csv")), written);
        Assert.StartsWith(Convert.ToHexStringLower(SHA256.HashData(written)), Text("data/raw/SHA256SUMS"), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Notebooks_AreCanonicalAndNameConstructsMediatorsAndHypotheses()
    {
        StudyFiles.Write(Scaffolds.Democracy(), Target);
        foreach (var file in Files().Where(file => file.EndsWith(".ipynb", StringComparison.Ordinal)))
            Assert.Equal(NotebookWriter.Write(NotebookReader.Read(Path.Combine(Target, file))), Text(file));
        Assert.Contains("| dem60 | dem60 | `y1` Freedom of the press", Text("notebooks/00-start-here.ipynb"), StringComparison.Ordinal);
        Assert.Contains("H1 (ind60 -> dem60)", Text("notebooks/04-mediation.ipynb"), StringComparison.Ordinal);
        Assert.Contains("**ind60** acts on **dem65** through dem60; the model has the direct path as well.", Text("notebooks/04-mediation.ipynb"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("political-democracy", true)]
    [InlineData("holzinger-swineford", true)]
    [InlineData("political-democracy", false)]
    public void Write_AnyStudy_LacksNothingThatTheCheckAsksFor(string name, bool hasPublished)
    {
        StudyFiles.Write(hasPublished ? Scaffolds.Published(name) : Scaffolds.Democracy(), Target);
        Assert.Empty(Pathwise.Notebooks.Deposit.StudyCheck.Faults(new Study(Target)));
        Assert.Equal(hasPublished, File.Exists(Path.Combine(Target, "LICENSES", "LicenseRef-Facts.txt")));
    }

    [Fact]
    public void Write_IntoAnEmptyFolder_TakesItsPlace()
    {
        Directory.CreateDirectory(Target);
        StudyFiles.Write(Scaffolds.Democracy(), Target);
        Assert.Equal(["study"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Write_IntoAFolderThatHoldsSomething_IsRefused()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "letter.txt"), "dear");
        Assert.Contains("is not empty: it holds letter.txt", Assert.Throws<InputException>(() => StudyFiles.Write(Scaffolds.Democracy(), Target)).Message, StringComparison.Ordinal);
        Assert.Contains("is a file", Assert.Throws<InputException>(() => StudyFiles.RequireEmpty(Path.Combine(Target, "letter.txt"))).Message, StringComparison.Ordinal);
        Assert.Equal(["letter.txt"], Files());
    }

    private string[] Files() =>
        [.. Directory.GetFiles(Target, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Target, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private string Text(string file) => File.ReadAllText(Path.Combine(Target, file));
}
