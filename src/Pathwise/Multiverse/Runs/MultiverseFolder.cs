using System.Runtime.InteropServices;
using Pathwise.Json;
using Pathwise.Multiverse.Plans;
using Pathwise.Sem.Resampling;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Runs;

/// <summary>
/// A folder of results: <c>run.json</c> (what it is of), <c>universes.jsonl</c> (a line for each universe), <c>draws.bin</c> (the draws behind joint
/// inference) and, once all are there, <c>summary.json</c>. A run that is started again there goes on where it stopped, and ends with the same bytes.
/// </summary>
public static class MultiverseFolder
{
    /// <summary>The name of the file of the summary.</summary>
    internal const string Summary = "summary.json";

    /// <summary>Runs a plan and writes what it finds into a folder, which is made if there is none.</summary>
    /// <exception cref="InputException">The plan asks for what the data do not have, or the folder holds another run.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was asked for; what is done stays.</exception>
    public static MultiverseResult Run(this MultiversePlan plan, string folder, MultiverseOptions? options = null, IProgress<BootstrapProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var prepared = PreparedMultiverse.Of(plan, options ?? new());
        Run(prepared, folder, progress, cancellation);
        return Read(folder);
    }

    /// <summary>The result in a folder.</summary>
    /// <exception cref="InputException">The folder holds none, or an unfinished one.</exception>
    public static MultiverseResult Read(string folder) => Read(folder, hasIntervals: true);

    /// <summary>The same, the intervals of effects being left out where there need be room for many universes; claims keep theirs.</summary>
    internal static MultiverseResult Read(string folder, bool hasIntervals)
    {
        var (plan, header, reader) = (RunHeader.PlanIn(folder), RunHeader.Read(folder)!, new UniverseLineReader(hasIntervals));
        using var stream = File.OpenRead(Path.Combine(folder, RunFiles.Lines));
        UniverseRow[] rows = [.. RunFiles.LinesOf(stream).Select((line, i) => reader.Read(line) ?? throw new InputException($"{stream.Name}, line {i + 1}: this is no universe."))];
        if (header.Shard is null && rows.Length < header.Universes)
            throw new InputException($"{folder} has {rows.Length} of {header.Universes} universes; run it again to its end.");
        return new(plan, rows, header.Replicates > 0 ? Draws(folder, rows, header.Replicates * plan.Claims.Count) : null, header.Replicates, header.Seed);
    }

    /// <summary>Does what of a run is not done yet, and returns all universes, without intervals of effects; null of a shard.</summary>
    internal static MultiverseResult? Run(PreparedMultiverse prepared, string folder, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        var place = OutputFile.PlaceOf(folder);
        if (File.Exists(place))
            throw new InputException($"{folder} is a file; expected a folder to write to.");
        var header = RunHeader.Of(prepared);
        Directory.CreateDirectory(place);
        using var alone = FileLock.Of(Path.Combine(place, RunFiles.Lines));
        Begin(prepared.Plan, place, folder, header);
        var (first, count) = prepared.Options.Shard?.Of(prepared.Fits.Count) ?? (0, prepared.Fits.Count);
        Append(prepared, place, (first, count), progress, cancellation);
        if (header.Shard is null)
            return Summarize(place);
        ShardSeal.Write(place);
        return null;
    }

    /// <summary>Writes the summary of a folder that has all universes, and returns these, without intervals of effects.</summary>
    internal static MultiverseResult Summarize(string folder)
    {
        var (result, header) = (Read(folder, hasIntervals: false), RunHeader.Read(folder)!);
        OutputFile.Write(Path.Combine(folder, Summary), writer => JsonOutput.Write(writer, json => SummaryJson.Write(json, result, MultiverseSummary.Of(result), header)));
        return result;
    }

    private static void Begin(MultiversePlan plan, string place, string folder, RunHeader header)
    {
        if (RunHeader.Read(place) is { } there)
        {
            if (there != header)
                throw new InputException($"{folder} holds another run ({Difference(there, header)}); name another folder, or remove that one.");
            return;
        }

        if (Directory.EnumerateFileSystemEntries(place).Any(entry => !Path.GetFileName(entry).StartsWith('.')))
            throw new InputException($"{folder} holds something else than a multiverse; name an empty folder, or one that does not exist.");
        OutputFile.Write(Path.Combine(place, RunHeader.FileName), writer => writer.Write(header.Text(plan)));
    }

    private static string Difference(RunHeader there, RunHeader own) => (there, own) switch
    {
        _ when there.Plan != own.Plan => "of another plan",
        _ when there.Data != own.Data => "of other data",
        _ when (there.Replicates, there.Seed) != (own.Replicates, own.Seed) => $"with {there.Replicates} resamples of seed {there.Seed}",
        _ => $"the shard {there.Shard?.ToString() ?? "of all"}",
    };

    private static void Append(PreparedMultiverse prepared, string place, (int First, int Count) fits, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        var hasDraws = prepared.Options.Replicates > 0;
        var length = prepared.Options.Replicates * prepared.Plan.Claims.Count;
        var expected = prepared.Fits.Skip(fits.First).Take(fits.Count).Select(fit => ((IReadOnlyList<string>)[.. fit.Select(universe => universe.Key)], hasDraws && MultiverseRun.HasDraws(fit))).ToList();
        using var files = RunFiles.Open(place, expected, hasDraws ? length * sizeof(double) : 0);
        MultiverseRun.Each(prepared, fits.First + files.Done, fits.Count - files.Done, files.Done, progress, (fit, found) =>
        {
            var record = expected[fit - fits.First].Item2 ? found.Draws ?? Nothing(length) : null;
            files.Add(found.Rows.Select(UniverseLine.Of), record);
        }, cancellation);
    }

    private static double[] Nothing(int length)
    {
        var nothing = new double[length];
        Array.Fill(nothing, double.NaN);
        return nothing;
    }

    // Records stand in the order of the fits that have any; the rows of a fit follow each other.
    private static double[][] Draws(string folder, UniverseRow[] rows, int length)
    {
        using var stream = File.OpenRead(Path.Combine(folder, RunFiles.Draws));
        var (draws, begin) = (new double[rows.Length][], 0);
        for (var i = 1; i <= rows.Length; i++)
        {
            if (i < rows.Length && rows[i].FitKey == rows[begin].FitKey)
                continue;
            double[] record = [];
            if (rows[begin..i].Any(row => row.Type == DecisionType.Equivalent))
                stream.ReadExactly(MemoryMarshal.AsBytes((record = new double[length]).AsSpan()));
            Array.Fill(draws, rows[begin].Status.HasEstimates() ? record : [], begin, i - begin);
            begin = i;
        }

        return draws;
    }
}
