using Xunit;

namespace Pathwise.Tests.Cli.Commands;

[Trait("pace", "slow")]
public sealed class NotebookCheckCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-check-").FullName;

    private string Copy => Path.Combine(_folder, "tour.ipynb");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Check_ANotebookAsItWasRun_IsAsCommitted_AndOneWithAnotherOutputIsNot()
    {
        File.Copy(Repository.Fixture("notebooks", "tour.ipynb"), Copy);
        Assert.Equal(0, (await CommandRun.OfAsync("notebook", "run", Copy, "--in-place")).ExitCode);
        var asRun = File.ReadAllText(Copy);
        var same = await CommandRun.OfAsync("notebook", "check", Copy);
        Assert.Equal((0, $"{Copy}: as committed\n"), (same.ExitCode, same.Output));

        var at = asRun.IndexOf("\"output_type\": \"stream\"", StringComparison.Ordinal);
        Assert.True(at > 0);
        var text = asRun.IndexOf("\"text\": [", at, StringComparison.Ordinal);
        File.WriteAllText(Copy, asRun[..text] + asRun[text..].ReplaceFirst("\"text\": [\n", "\"text\": [\n     \"altered by hand\\n\",\n"));
        var other = await CommandRun.OfAsync("notebook", "check", Copy);
        Assert.Equal(3, other.ExitCode);
        Assert.DoesNotContain("as committed", other.Output, StringComparison.Ordinal);
        Assert.Contains("Cell", other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AFileThatIsNone_IsOneLineAndCode2()
    {
        var run = await CommandRun.OfAsync("notebook", "check", Copy);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("tour.ipynb", Assert.Single(run.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }
}

file static class Texts
{
    public static string ReplaceFirst(this string text, string part, string other)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{part}' does not occur.");
        return text[..at] + other + text[(at + part.Length)..];
    }
}
