using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Shards;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Writes the batch file of a command whose work can be shared out.</summary>
internal sealed partial class SlurmScriptCommand
{
    private const string Help = """
        Writes a shell script that runs a command on a cluster: in shards, as an array of Slurm, with a merge after it.

        'sh FILE' submits the shards that are not there yet, and the merge, which begins when they have ended; the same again submits what
        failed or was cut short. The commands: power, effects and influence, whose shards are merged into PARTS/result, multiverse run, which keeps
        its own, and synthesize, one task for each of --seeds.
        """;

    // Slurm's MaxArraySize is 1001 unless somebody sets it.
    private const int MostOfManyClusters = 1000;

    private readonly Argument<string[]> words = new("COMMAND") { Description = "The command with its options, without --shard and --out.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int> shards = new("--shards") { Description = "Number of shards (default 20).", HelpName = "K", DefaultValueFactory = _ => 20 };
    private readonly Option<string?> seeds = new("--seeds") { Description = "Of synthesize: the seeds, a task for each.", HelpName = "A-B" };
    private readonly Option<int?> throttle = new("--throttle") { Description = "At most so many tasks at a time.", HelpName = "N" };
    private readonly Option<int> cpus = new("--cpus") { Description = "Processors, and threads, of a task (default 1).", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<string> parts = new("--parts") { Description = "Folder of the shards and the result (default parts).", HelpName = "PARTS", DefaultValueFactory = _ => "parts" };
    private readonly Option<string?> submit = new("--sbatch") { Description = "Options for sbatch, in one text: \"--time=2:00:00 --partition=main\".", HelpName = "TEXT" };
    private readonly Option<string?> merge = new("--merge") { Description = "Options for the merge, in one text: \"--format json --figure power.svg\".", HelpName = "TEXT" };
    private readonly Option<string> program = new("--pathwise") { Description = "How the nodes call this program (default pathwise).", HelpName = "PATH", DefaultValueFactory = _ => "pathwise" };
    private readonly Option<string?> file = new("--script") { Description = "Write the script into this file instead of printing it.", HelpName = "FILE" };

    private SlurmScriptCommand()
    {
    }

    public static Command Create()
    {
        var made = new SlurmScriptCommand();
        var command = new Command("script", Help) { made.words };
        foreach (var option in (IEnumerable<Option>)[made.shards, made.seeds, made.throttle, made.cpus, made.parts, made.submit, made.merge, made.program, made.file])
            command.Add(option);
        command.SetAction(made.Run);
        return command;
    }

    /// <summary>
    /// The words of a command line with <c>--</c> before the command that a script is to run, so that its options are its own.
    /// </summary>
    public static IReadOnlyList<string> Separated(IReadOnlyList<string> args)
    {
        if (args is not ["slurm", "script", ..] || args.Contains("--"))
            return args;
        for (var i = 2; i < args.Count; i++)
        {
            if (!args[i].StartsWith('-'))
                return [.. args.Take(i), "--", .. args.Skip(i)];
            if (!args[i].Contains('=', StringComparison.Ordinal) && args[i] is not ("--help" or "-h" or "-?" or "--debug"))
                i++;
        }

        return args;
    }

    private int Run(ParseResult parsed)
    {
        var script = Script(parsed).ToText();
        if (parsed.GetValue(shards) > MostOfManyClusters)
            parsed.InvocationConfiguration.Error.WriteLine($"pathwise: note: many clusters allow no index above {MostOfManyClusters} (MaxArraySize in 'scontrol show config').");
        if (parsed.GetValue(file) is { } path)
            OutputFile.Write(path, writer => writer.Write(script));
        else
            parsed.InvocationConfiguration.Output.Write(script);
        return ExitCode.Done;
    }

    private BatchScript Script(ParseResult parsed)
    {
        string[] command = parsed.GetValue(words)!;
        var kind = Kind(command);
        Check(parsed, command, kind);
        var count = parsed.GetValue(shards);
        Require(count is >= 1 and <= Shard.Most, $"--shards is {count}; expected a whole number from 1 to {Shard.Most}.");
        Require(parsed.GetValue(throttle) is null or > 0, $"--throttle is {parsed.GetValue(throttle)}; expected 1 or more.");
        Require(parsed.GetValue(cpus) > 0, $"--cpus is {parsed.GetValue(cpus)}; expected 1 or more.");
        Require(kind == ScriptKind.Seeds == (parsed.GetValue(seeds) is not null), kind == ScriptKind.Seeds ? "synthesize needs --seeds A-B, a task for each seed." : "--seeds belongs to synthesize; give --shards K.");
        return new(kind, command)
        {
            Range = kind == ScriptKind.Seeds ? Seeds(parsed.GetValue(seeds)!) : (1, count),
            Throttle = parsed.GetValue(throttle),
            Cpus = parsed.GetValue(cpus),
            Parts = parsed.GetValue(parts)!.TrimEnd('/') is { Length: > 0 } folder ? folder : throw new InputException("--parts: the folder of the shards has no name."),
            Submit = parsed.GetValue(submit),
            Merge = parsed.GetValue(merge),
            Program = parsed.GetValue(program)!,
        };
    }

    // What a task would refuse is refused here, as far as the command line alone shows it.
    private static void Check(ParseResult parsed, string[] command, ScriptKind kind)
    {
        string[] ofTasks = kind == ScriptKind.Seeds ? ["--seed", "--out", "--threads"] : kind == ScriptKind.Multiverse ? ["--shard", "--threads"] : ["--shard", "--out", "--threads", .. CommandWords.OfOneRun];
        if (command.FirstOrDefault(word => ofTasks.Contains(word.Split('=')[0])) is { } own)
            throw new InputException($"{own.Split('=')[0]} does not belong into COMMAND: the script gives it to each task, or --merge to the merge.");
        var inner = parsed.RootCommandResult.Command.Parse(kind == ScriptKind.Seeds ? [.. command, "--out", "seed.csv"] : command);
        if (ParseComplaint.UnknownOption(inner, command) is { } unknown)
            throw new InputException($"COMMAND: unrecognized option '{unknown}'. See 'pathwise {command[0]} --help'.");
        if (inner.Errors.Count > 0)
            throw new InputException($"COMMAND: {ParseComplaint.Of(inner)} See 'pathwise {command[0]} --help'.");
    }

    private static ScriptKind Kind(string[] command) => command switch
    {
        [_, "merge", ..] => throw new InputException($"COMMAND: the script itself merges; leave out 'merge'."),
        ["power" or "effects" or "influence", ..] => ScriptKind.Shards,
        ["multiverse", "run", ..] => ScriptKind.Multiverse,
        ["synthesize", ..] => ScriptKind.Seeds,
        _ => throw new InputException($"COMMAND: '{command[0]}' has no shards; expected power, effects, influence, multiverse run or synthesize."),
    };

    private static (int First, int Last) Seeds(string text) =>
        Range().Match(text) is { Success: true } match
        && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(match.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first <= last && last - first < Shard.Most
            ? (first, last)
            : throw new InputException($"--seeds: '{text}' is no range of seeds; expected A-B, as 1-20.");

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new InputException(message);
    }

    [GeneratedRegex(@"^\s*(\d+)\s*-\s*(\d+)\s*$")]
    private static partial Regex Range();
}
