using System.CommandLine;
using System.Globalization;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Multiverse.Inference;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Reporting.Designs;

namespace Pathwise.Cli.Commands;

/// <summary>Runs all universes of a plan.</summary>
internal sealed class MultiverseRunCommand
{
    private const string Help = """
        Runs every analysis that a plan allows: a line of JSON for each in DIR/universes.jsonl, and DIR/summary.json when all are there.

        Whatever becomes of a universe is an outcome, with its reason: none is dropped. Killed anywhere and started again, the run goes on where it
        stopped and ends with the same bytes, for any number of threads and shards. A shard k/K is written to DIR/shard-k-of-K; 'merge' puts them
        together. Where a codebook says that nobody gave the answers, every output says so.
        """;

    private readonly MultiverseArguments arguments = new();
    private readonly Option<string?> folder = new("--out") { Description = "The folder to write; it is made if there is none.", HelpName = "DIR" };
    private readonly Option<bool> dry = new("--dry-run") { Description = "Check everything and count universes, fits and time, as 'plan' does; nothing is written." };
    private readonly Option<string?> registered = new("--registered") { Description = "Say whether the plan is the one that 'plan --preregister' put on record in this file.", HelpName = "JSON" };
    private readonly Option<int?> curves = new("--null") { Description = "Also force the null of each claim in every universe of type E and draw so many curves under it, for the tests of the whole curve.", HelpName = "N" };
    private readonly ShardArguments shard = new();
    private readonly OutputArguments output = new();

    public static Command Create()
    {
        var made = new MultiverseRunCommand();
        var command = new Command("run", Help) { made.arguments.Plan };
        foreach (var option in (IEnumerable<Option>)[.. made.arguments.Options, made.folder, made.dry, made.registered, made.curves, .. made.shard.Options, .. made.output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) => Task.FromResult(made.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        output.Check(parsed);
        var target = parsed.GetValue(folder);
        if (target is null && !parsed.GetValue(dry))
            throw new InputException("--out DIR is missing: the folder to write (or --dry-run, which writes nothing).");
        var options = arguments.Given(parsed) with { Shard = shard.Plan(parsed) };
        CheckNull(parsed, options);
        var plan = arguments.Read(parsed);
        string[] notes = [.. parsed.GetValue(registered) is { } record ? Registered(plan, Registration.Read(record)) : []];
        var prepared = PreparedMultiverse.Of(plan, options);
        return parsed.GetValue(dry) ? Outlook(parsed, PlanOutlook.Of(prepared), notes) : Run(parsed, prepared, target!, notes, cancellation);
    }

    private int Outlook(ParseResult parsed, PlanOutlook outlook, IReadOnlyList<string> notes)
    {
        output.Write(parsed, json => OutlookJson.Write(json, outlook), () => MultiverseDesign.Of(outlook), new([.. notes, .. MultiverseDesign.Notes(outlook)], null));
        return ExitCode.Done;
    }

    private int Run(ParseResult parsed, PreparedMultiverse prepared, string target, IReadOnlyList<string> notes, CancellationToken cancellation)
    {
        var place = prepared.Options.Shard is { } part ? Path.Combine(target, ShardFolder.Name(part)) : target;
        var progress = ReplicateProgress.On(parsed.InvocationConfiguration.Error);
        MultiverseResult? result;
        try
        {
            result = MultiverseFolder.Run(prepared, place, progress, cancellation);
            if (parsed.GetValue(curves) is { } count)
                ForcedNulls.Draw(prepared, result!, count, cancellation).Write(place);
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException($"interrupted; what is done is in {place}, and the same command goes on from there.");
        }
        finally
        {
            progress.End();
        }

        if (prepared.Options.Shard is { } done)
        {
            parsed.InvocationConfiguration.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pathwise: shard {done} is whole in {place}; 'pathwise multiverse merge {target}' puts all shards together."));
            return ExitCode.Done;
        }

        return Print(parsed, output, target, result!, [.. notes, .. MultiverseDesign.Idle(prepared.Idle)]);
    }

    private void CheckNull(ParseResult parsed, MultiverseOptions options)
    {
        if (parsed.GetValue(curves) is < 19 and var few)
            throw new InputException($"--null {few}: expected 19 curves or more, which is what a p of .05 needs.");
        if (parsed.Has(curves) && options.Shard is not null)
            throw new InputException("--null belongs to a whole run; leave out --shard.");
    }

    /// <summary>Prints what a folder has found, and what follows from it, which its summary then has as well.</summary>
    public static int Print(ParseResult parsed, OutputArguments output, string folder, MultiverseResult result, IReadOnlyList<string> notes)
    {
        var (header, nulls, curves, summary) = (RunHeader.Read(folder)!, ForcedNulls.Read(folder), result.Infer(), MultiverseSummary.Of(result));
        ConcludedFolder.Conclude(folder, result, curves);
        output.Write(parsed, json => ConcludedFolder.Write(json, result, curves, header, nulls), () => InferenceDesign.With(MultiverseDesign.Of(result, summary), curves, nulls), new([.. notes, .. MultiverseDesign.Synthetic(header.IsSynthetic)], null));
        return summary.Statuses.Where(each => each.Key.HasEstimates()).Sum(each => each.Value) > 0 ? ExitCode.Done : Fail(parsed);
    }

    private static int Fail(ParseResult parsed)
    {
        parsed.InvocationConfiguration.Error.WriteLine("pathwise: no universe has estimates; the reasons are counted in the summary.");
        return ExitCode.Failure;
    }

    private static IEnumerable<string> Registered(MultiversePlan plan, Registration record)
    {
        yield return record.IsOf(plan)
            ? $"this is the plan that was put on record in {record.Source} (hash {record.Hash})."
            : $"this is not the plan that was put on record in {record.Source}: {string.Join(", ", record.Differences(plan))} changed since (hash {plan.Hash}, on record {record.Hash}).";
    }
}
