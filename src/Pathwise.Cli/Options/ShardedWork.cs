using System.CommandLine;
using System.Globalization;
using System.Reflection;
using Pathwise.Cli.Console;
using Pathwise.Json;
using Pathwise.Shards;
using Pathwise.Tables;

namespace Pathwise.Cli.Options;

/// <summary>Work of a command that may be done in shards: which shard this run does, and where it is kept; of a merge, the shards that hold the work.</summary>
/// <param name="command">The command, as <c>power</c>.</param>
/// <param name="merged">The shards that a merge takes the work from; null where the work is done.</param>
internal sealed class ShardedWork(string command, ShardSet? merged)
{
    private readonly ShardArguments shard = new();
    private readonly Option<string?> output = new("--out") { Description = "With --shard: the file of the shard, or a folder for it. What it holds is carried on from.", HelpName = "FILE" };

    /// <summary>The version of Pathwise that stands in the files of shards.</summary>
    public static string Version { get; } =
        typeof(InputException).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public IEnumerable<Option> Options => [.. shard.Options, output];

    /// <summary>The shards that a merge takes the work from; null where the work is done.</summary>
    public ShardSet? Merged => merged;

    /// <summary>The shard asked for; null when all the work is.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="ofMerge">Options that belong to the merge.</param>
    /// <exception cref="InputException">It is no shard, the environment does not tell what is left out, or an option does not go with it.</exception>
    public Shard? Plan(ParseResult parsed, params IEnumerable<Option> ofMerge)
    {
        if (shard.Plan(parsed) is not { } planned)
        {
            return parsed.GetValue(output) is { } alone
                ? throw new InputException($"--out {alone} is the file of a shard; give --shard k/K with it.")
                : null;
        }

        if (ofMerge.FirstOrDefault(parsed.Has) is { } other)
            throw new InputException($"{other.Name} does not go with --shard; give it to 'pathwise {command} merge' or leave it out.");
        OutputFile.Probe(PathOf(parsed, planned));
        return planned;
    }

    /// <summary>Refuses shards of a merge whose work is not what their command line now says: the model or the data have changed.</summary>
    public void RequireSame(string plan)
    {
        if (merged is not null && merged.Header.Plan != plan)
            throw new InputException($"{merged.Files[0].Path} was made of another model or other data than its command line finds now; merge where they are as they were.");
    }

    /// <summary>Does the work of a shard, carrying on from what its file holds, and says what there is.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="header">The shard and the fingerprint of the work.</param>
    /// <param name="what">What the pieces of the work are, as "samples".</param>
    /// <param name="work">The work.</param>
    /// <returns>The exit code: a shard that was interrupted is not done.</returns>
    public int Run(ParseResult parsed, (Shard Shard, string Plan) header, string what, ShardWork work)
    {
        var begin = new ShardHeader(command, CommandWords.Of(parsed, [.. Options.Select(each => each.Name), .. CommandWords.OfOneRun]), Version, header.Plan, header.Shard.Index, header.Shard.Count, 0, work.Total);
        using var kept = KeptShard.Open(PathOf(parsed, header.Shard), begin);
        if (kept.Abandoned is { } abandoned)
            parsed.InvocationConfiguration.Error.WriteLine($"pathwise: note: {abandoned}");
        kept.Earlier?.Read(work.Read);
        var end = kept.Earlier?.Header is { IsComplete: true } whole ? whole : kept.Run(work.Do, work.Done, work.Total, work.Write);
        Print(parsed, kept.Path, end, what);
        if (end.IsComplete)
            return ExitCode.Done;
        parsed.InvocationConfiguration.Error.WriteLine($"pathwise: interrupted: {end.Done} of {end.Total} {what} of shard {end.Shard} are in {kept.Path}, and the same command carries on from there.");
        return ExitCode.Failure;
    }

    private static void Print(ParseResult parsed, string path, ShardHeader end, string what)
    {
        var console = parsed.InvocationConfiguration.Output;
        if (!OutputArguments.IsJson(parsed))
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: shard {end.Shard}, {end.Done} of {end.Total} {what}."));
            return;
        }

        JsonOutput.Write(console, json =>
        {
            json.Object("shard", () =>
            {
                json.WriteNumber("index", end.Index);
                json.WriteNumber("count", end.Count);
                json.WriteString("file", path);
                json.WriteString("plan", end.Plan);
                json.WriteNumber("done", end.Done);
                json.WriteNumber("total", end.Total);
                json.WriteBoolean("complete", end.IsComplete);
            });
        });
    }

    // Names of one length, so that they stand in order.
    private string PathOf(ParseResult parsed, Shard planned)
    {
        var path = parsed.GetValue(output) ?? throw new InputException("--shard needs --out FILE, where the shard is kept.");
        if (!Directory.Exists(path) && !Path.EndsInDirectorySeparator(path))
            return path;
        if (!Directory.Exists(path))
            throw new InputException($"There is no folder {path}; make it, or name a file.");
        return Path.Combine(path, $"shard-{planned.Index.ToString(CultureInfo.InvariantCulture).PadLeft(planned.Count.ToString(CultureInfo.InvariantCulture).Length, '0')}{ShardSet.Extension}");
    }
}
