using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class RegenerateCommandTests
{
    private static string Recipes => Repository.Path("data", "recipes");

    [Fact]
    public async Task Regenerate_IntoAnotherFolder_GivesTheShippedFilesByteForByte()
    {
        var folder = Directory.CreateTempSubdirectory("pathwise-");
        try
        {
            var run = await CommandRun.OfAsync("regenerate", "--recipes", Recipes, "--out", folder.FullName);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.Contains("rows of synthetic data", run.Output, StringComparison.Ordinal);
            Assert.Equal(["SHA256SUMS", "academics.csv", "executives.csv"], folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
            foreach (var name in new[] { "academics.csv", "executives.csv" })
                Assert.Equal(File.ReadAllBytes(Repository.Path("data", "raw", name)), File.ReadAllBytes(Path.Combine(folder.FullName, name)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("\"../x.csv\"")]
    [InlineData("\"/tmp/x.csv\"")]
    [InlineData("\"below/x.csv\"")]
    [InlineData("\"SHA256SUMS\"")]
    [InlineData("\"executives.codebook.yaml\"")]
    [InlineData("\".csv\"")]
    public async Task Recipe_ThatNamesAnotherPlace_IsBadInput(string file)
    {
        using var folders = new RecipeFolders();
        folders.Write("executives.json", File.ReadAllText(Path.Combine(Recipes, "executives.json")).Replace("\"executives.csv\"", file, StringComparison.Ordinal));
        var run = await CommandRun.OfAsync("regenerate", "--recipes", folders.Recipes, "--out", folders.Output);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not the name of a table in the same folder", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folders.Output));
    }

    [Fact]
    public async Task Recipe_WhoseAnswersLieElsewhere_IsBadInput()
    {
        using var folders = new RecipeFolders();
        folders.Write("executives.json", File.ReadAllText(Path.Combine(Recipes, "executives.json")).Replace("executives.answers.csv", "../recipes/executives.answers.csv", StringComparison.Ordinal));
        var run = await CommandRun.OfAsync("regenerate", "--recipes", folders.Recipes, "--out", folders.Output);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'../recipes/executives.answers.csv' is not the name", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checksums_ListTablesAndCodebooks_AndReportStrays()
    {
        using var folders = new RecipeFolders();
        File.Copy(Repository.Path("data", "raw", "executives.codebook.yaml"), Path.Combine(folders.Output, "executives.codebook.yaml"));
        File.WriteAllText(Path.Combine(folders.Output, "notes.txt"), "mine");
        Directory.CreateDirectory(Path.Combine(folders.Output, "old"));
        var run = await CommandRun.OfAsync("regenerate", "--recipes", Recipes, "--out", folders.Output);
        Assert.Equal(0, run.ExitCode);
        var listed = File.ReadLines(Path.Combine(folders.Output, "SHA256SUMS")).Select(line => line.Split("  ")[1]);
        Assert.Equal(["academics.csv", "executives.codebook.yaml", "executives.csv"], listed);
        Assert.Equal(["notes.txt", "old"], run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Path.GetFileName(line.Split(' ')[1])));
    }

    [Fact]
    public async Task Regenerate_TwoRecipesOfOneFile_IsBadInput()
    {
        using var folders = new RecipeFolders();
        foreach (var name in new[] { "a.json", "b.json" })
            folders.Write(name, File.ReadAllText(Path.Combine(Recipes, "executives.json")).Replace("../raw", Repository.Path("data", "raw"), StringComparison.Ordinal));
        File.Copy(Path.Combine(Recipes, "executives.answers.csv"), Path.Combine(folders.Recipes, "executives.answers.csv"));
        var run = await CommandRun.OfAsync("regenerate", "--recipes", folders.Recipes, "--out", folders.Output);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("two recipes make the file 'executives.csv'", run.Error, StringComparison.Ordinal);
    }

    private sealed class RecipeFolders : IDisposable
    {
        private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("pathwise-");

        public string Recipes => _root.CreateSubdirectory("recipes").FullName;

        public string Output => _root.CreateSubdirectory("out").FullName;

        public void Write(string name, string text) => File.WriteAllText(Path.Combine(Recipes, name), text);

        public void Dispose() => _root.Delete(recursive: true);
    }

    [Fact]
    public async Task Regenerate_FolderThatIsNotThere_IsBadInput()
    {
        var recipes = await CommandRun.OfAsync("regenerate", "--recipes", "nowhere");
        Assert.Equal((2, "pathwise: nowhere does not exist; expected a folder of recipes (*.json).\n"), (recipes.ExitCode, recipes.Error));
        var output = await CommandRun.OfAsync("regenerate", "--recipes", Recipes, "--out", Path.Combine("nowhere", "raw"));
        Assert.Equal(2, output.ExitCode);
        Assert.Contains("does not exist", output.Error, StringComparison.Ordinal);
        var empty = await CommandRun.OfAsync("regenerate", "--recipes", Repository.Path("data", "raw"));
        Assert.Contains("holds no recipe", empty.Error, StringComparison.Ordinal);
    }
}
