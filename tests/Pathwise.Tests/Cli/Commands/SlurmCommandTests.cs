using System.Diagnostics;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class SlurmCommandTests : IDisposable
{
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Script_OfAPowerStudy_SubmitsWhatIsLackingAndAMergeAfterIt()
    {
        var run = await CommandRun.OfAsync("slurm", "script", "--shards", "8", "--throttle", "3", "--cpus", "2", "--sbatch", "--time=1:00:00", "--merge", "--format json", "power", "it's.lav", "--n", "60", "--seed", "1", "--effect", "x -> m -> y");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(
            [
                "slurm missing \"$parts\" --shards 8", "--array=\"$tasks%3\"", "--cpus-per-task=2", "--time=1:00:00", "--dependency=afterany:$job",
                "power 'it'\\''s.lav' --n 60 --seed 1 --effect 'x -> m -> y' --threads 2 --shard /8 --out \"$parts/\"", "power merge \"$parts\" --format json >",
            ],
            part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
    }

    // What sbatch would be called with is told by a program in its place, and the tasks are done one after the other.
    [Fact]
    public async Task Script_RunByAShell_DoesTheTasksOnceAndMergesThem()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Directory.Exists("/bin"), "A shell is needed.");
        var model = files.Write("model.lav", "f =~ x1 + x2 + x3\nx5 ~ f\nx6 ~ x5 + f\n");
        var sbatch = files.Write("sbatch", "#!/bin/sh\necho \"$@\" >> \"$CALLS\"\necho 7\n");
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(sbatch, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var (script, parts, calls) = (files.PathOf("run.sh"), files.PathOf("the parts"), files.PathOf("calls"));
        string[] study = ["power", model, "--data", files.Data, "--n", "50", "--replicates", "30", "--seed", "2"];
        var program = Path.Combine(AppContext.BaseDirectory, "..", "..", "Pathwise.Cli", "release", "pathwise");
        Assert.SkipUnless(File.Exists(program), "The program is needed.");
        Assert.Equal(0, (await CommandRun.OfAsync(["slurm", "script", "--shards", "2", "--parts", parts, "--pathwise", program, "--script", script, .. study])).ExitCode);
        var environment = new Dictionary<string, string> { ["PATH"] = $"{Path.GetDirectoryName(sbatch)}:/usr/bin:/bin", ["CALLS"] = calls };
        Assert.Equal("1-2\n", Shell(script, "list", environment));
        Assert.Equal("array 7: 1-2\nmerge 7\n", Shell(script, "submit", environment));
        Shell(script, "task", new(environment) { ["SLURM_ARRAY_TASK_ID"] = "2" });
        Assert.Equal("1\n", Shell(script, "list", environment));
        Shell(script, "task", new(environment) { ["SLURM_ARRAY_TASK_ID"] = "1" });
        Assert.Equal("", Shell(script, "list", environment));
        Shell(script, "merge", environment);
        Assert.Equal((await CommandRun.OfAsync(study)).Output, File.ReadAllText(Path.Combine(parts, "result")));
        Assert.Contains("--dependency=afterany:7", File.ReadAllText(calls), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_OfSeeds_HasATaskForEach()
    {
        var run = await CommandRun.OfAsync("slurm", "script", "--seeds", "3-5", "synthesize", "targets.json");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("synthesize targets.json --threads 1 --seed \"$SLURM_ARRAY_TASK_ID\" --out \"$parts/seed-$SLURM_ARRAY_TASK_ID.csv\"", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("merge", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_OfAFolder_PrintsAnArray()
    {
        Assert.Equal(new CommandRun(0, "1-3\n", ""), await CommandRun.OfAsync("slurm", "missing", files.PathOf("nowhere"), "--shards", "3"));
        var model = files.Write("model.lav", "f =~ x1 + x2 + x3\nx5 ~ f\n");
        Assert.Equal(0, (await CommandRun.OfAsync("power", model, "--data", files.Data, "--n", "50", "--replicates", "9", "--seed", "2", "--shard", "2/3", "--out", files.PathOf("2.pwp"))).ExitCode);
        Assert.Equal(new CommandRun(0, "1,3\n", ""), await CommandRun.OfAsync("slurm", "missing", files.PathOf("."), "--shards", "3"));
        var other = await CommandRun.OfAsync("slurm", "missing", files.PathOf("."), "--shards", "4");
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("is shard 2/3; expected shards of 4", other.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'fit' has no shards", "fit", "m.lav")]
    [InlineData("--shard does not belong into COMMAND", "power", "m.lav", "--n", "5", "--shard=1/2")]
    [InlineData("--threads does not belong into COMMAND", "effects", "m.lav", "--threads", "4")]
    [InlineData("leave out 'merge'", "power", "merge", "parts")]
    [InlineData("COMMAND: ", "power", "m.lav", "--replicate", "7")]
    [InlineData("'few' is not a whole number", "power", "m.lav", "--replicates", "few")]
    [InlineData("--shards is 0", "--shards", "0", "power", "m.lav")]
    [InlineData("--throttle is 0", "--throttle", "0", "power", "m.lav")]
    [InlineData("--cpus is -1", "--cpus", "-1", "power", "m.lav")]
    [InlineData("--seeds belongs to synthesize", "--seeds", "1-3", "power", "m.lav")]
    [InlineData("needs --seeds A-B", "synthesize", "t.json")]
    [InlineData("'3-1' is no range of seeds", "--seeds", "3-1", "synthesize", "t.json")]
    [InlineData("COMMAND", "--shards", "3")]
    public async Task Script_WhatHasNoMeaning_IsRefused(string message, params string[] words)
    {
        var run = await CommandRun.OfAsync(["slurm", "script", .. words]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Shell(string script, string mode, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("/bin/sh", [script, mode]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return said;
    }
}
