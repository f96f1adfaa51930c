using Xunit;

namespace Pathwise.Tests.Cli;

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
