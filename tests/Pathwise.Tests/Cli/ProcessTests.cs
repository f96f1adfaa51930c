using System.Diagnostics;
using Pathwise.Cli;
using Pathwise.Tests.Synthesis;
using Xunit;

namespace Pathwise.Tests.Cli;

/// <summary>The program as a process of its own: its streams, and the signals that end it.</summary>
[Trait("pace", "slow")]
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-process-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("> /dev/full", 2)]
    [InlineData(">&-", 2)]
    [InlineData("2> /dev/full > /dev/full", 2)]
    [InlineData("2>&- >&-", 2)]
    [InlineData("> /dev/null", 0)]
    public async Task Output_ThatCannotBeWritten_IsAnErrorOfOutput(string redirection, int code)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The devices of Linux.");
        using var process = Start($"--help {redirection}");
        var said = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.Equal(code, process.ExitCode);
        Assert.InRange(said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 0, 1);
        Assert.DoesNotContain("Unhandled", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", 1)]
    [InlineData("TERM", 1)]
    [InlineData("HUP", 1)]
    [InlineData("INT", 2)]
    public async Task Synthesize_Interrupted_WritesItsBestOrEndsAtOnce(string signal, int times)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The signals of Linux.");
        var targets = Path.Combine(_folder, "hopeless.json");
        await File.WriteAllTextAsync(targets, SecondModel.Json.Replace("< .06", "< .001", StringComparison.Ordinal), Stop);
        using var process = Start($"synthesize {targets} --seed 5 --threads 1 --out {_folder}/best.csv");
        await process.StandardError.ReadLineAsync(Stop).AsTask().WaitAsync(Limit, Stop);
        await SendAsync(process, signal, times);
        await process.WaitForExitAsync(Stop).WaitAsync(Limit, Stop);
        // The system may hand over two signals as one, and a search may stop before the second.
        Assert.Contains(process.ExitCode, times == 1 ? [4] : new[] { 4, 130 });
        Assert.True(process.ExitCode == 130 || File.Exists(Path.Combine(_folder, "best.csv")));
        Assert.Empty(Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Except(["best.csv", "best.codebook.yaml", "hopeless.json"]));
    }

    private static async Task SendAsync(Process process, string signal, int times)
    {
        var kill = string.Join("; ", Enumerable.Repeat($"kill -{signal} {process.Id}", times));
        using var sent = Process.Start("/bin/sh", ["-c", kill]);
        await sent.WaitForExitAsync(Stop);
    }

    // The shell makes the redirection and becomes the program.
    private static Process Start(string line) => Process.Start(new ProcessStartInfo(
        "/bin/sh", ["-c", $"exec dotnet {typeof(CommandLine).Assembly.Location} {line}"])
    {
        RedirectStandardError = true, RedirectStandardOutput = true,
    })!;
}
