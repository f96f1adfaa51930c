using System.CommandLine;
using System.Globalization;
using Pathwise.Cli.Console;
using Pathwise.Surveys;
using Pathwise.Synthesis;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Finds raw answers whose analysis gives published statistics.</summary>
internal static class SynthesizeCommand
{
    private const string Help = """
        Find whole answers whose analysis gives published statistics to the printed digits.

        Beside the answers it leaves their codebook (answers.codebook.yaml beside answers.csv), by which every command knows that they are synthetic
        and which items are reverse-keyed. A codebook that is there already stays, if it says 'synthetic: true'.
        """;

    public static Command Create()
    {
        var targets = new Argument<string>("targets") { Description = "File of targets (JSON): the model, the number of respondents, the scale, the printed statistics." };
        var seed = new Option<long>("--seed") { Description = "Seed; the same seed gives the same file on any machine.", DefaultValueFactory = _ => 1 };
        var output = new Option<string>("--out") { Description = "File to write the answers to.", Required = true };
        var threads = new Option<int>("--threads") { Description = "Threads to use; their number changes no answer.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("synthesize", Help) { targets, seed, output, threads };
        command.SetAction((parsed, stop) => Task.Run(() => Run(
            parsed.GetValue(targets)!, parsed.GetValue(seed), parsed.GetValue(output)!, parsed.GetValue(threads), parsed.InvocationConfiguration, stop), CancellationToken.None));
        return command;
    }

    private static int Run(string path, long seed, string output, int threads, InvocationConfiguration console, CancellationToken stop)
    {
        if (threads < 1)
            throw new InputException($"--threads is {threads}; expected 1 or more.");
        OutputFile.Probe(output);
        var hasCodebook = SyntheticCodebook.IsThere(output);
        var targets = SynthesisTargets.Read(path);
        var line = new ProgressLine(console.Error);
        var result = targets.Synthesize(seed, threads, line.Show, stop);
        line.End();
        OutputFile.Write(output, result.Write);
        if (!hasCodebook)
            OutputFile.Write(Codebook.PathBeside(output), writer => writer.Write(SyntheticCodebook.Of(result)));
        console.Output.WriteLine(Summary(result, output));
        foreach (var missed in result.Missed)
            console.Output.WriteLine(Line(missed, result.End));
        if (result.End == SynthesisEnd.Interrupted)
            console.Error.WriteLine($"pathwise: interrupted: {output} has the best answers so far; {result.Missed.Count()} of {result.Outcomes.Count} targets are not met.");
        return result.Missed.Any() ? ExitCode.MissedTargets : ExitCode.Done;
    }

    private static string Summary(SynthesisResult result, string output)
    {
        var met = result.Outcomes.Count(outcome => outcome.IsMet);
        var how = result.End == SynthesisEnd.Interrupted ? "interrupted; the best answers so far meet" : "the answers meet";
        return $"{output}: {result.Answers.Count} respondents, {result.Items.Count} items, SYNTHETIC DATA from seed {result.Seed}; {how} {met} of {result.Outcomes.Count} targets.";
    }

    private static string Line(TargetOutcome missed, SynthesisEnd end)
    {
        if (missed.Value is null && end == SynthesisEnd.Interrupted)
            return $"  not checked: {missed.Target.Id}: printed {missed.Target.Printed}";
        var value = missed.Value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "undefined";
        var ranges = missed is { Percentile: { } percentile, BiasCorrected: { } corrected }
            ? $"; repeated bootstraps: percentile {Range(percentile)}, bias-corrected {Range(corrected)}"
            : "";
        return $"  missed: {missed.Target.Id}: printed {missed.Target.Printed}, found {value}{ranges}";
    }

    private static string Range((double Lower, double Upper) range) =>
        string.Create(CultureInfo.InvariantCulture, $"{range.Lower:0.###} to {range.Upper:0.###}");
}
