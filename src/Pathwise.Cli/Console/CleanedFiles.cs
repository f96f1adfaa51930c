using System.Text;
using System.Text.Json;
using Pathwise.Json;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Cli.Console;

/// <summary>
/// What <c>pathwise clean</c> writes: the analysis file, the flow of cases as a table, and the flow as JSON with the checksums of both, by which a
/// later run knows what it may replace.
/// </summary>
internal sealed class CleanedFiles
{
    private const string Maker = "pathwise clean";

    private readonly string source;
    private readonly string answers;
    private readonly string table;
    private readonly string flow;

    public CleanedFiles(string folder, string source)
    {
        var name = Path.Combine(folder, Path.GetFileNameWithoutExtension(source));
        (this.source, answers, table, flow) = (source, name + ".csv", name + ".flow.csv", name + SyntheticMark.AccountEnding);
        if (OutputFile.PlaceOf(answers) == OutputPlace.Of(source, isRaw: true).Path)
            throw new InputException($"--out {folder} is where {source} lies, which would be overwritten; name another folder.");
    }

    /// <summary>The files, the one that a model is fitted to first.</summary>
    public IReadOnlyList<string> Written => [answers, table, flow];

    /// <summary>Asks before the work whether the files can be written.</summary>
    public void Probe()
    {
        foreach (var path in Written)
            OutputFile.Probe(path, makesFolder: true);
    }

    /// <summary>Writes all three, unless one of them is somebody else's: then none.</summary>
    public void Write(CleaningReport report)
    {
        var (cases, steps) = (TableFile.Text(report.Data.Recode().Table), Steps(report));
        RequireOurs(answers, cases);
        RequireOurs(table, steps);
        var account = Account(report, cases, steps);
        if (File.Exists(flow) && !IsOurs(flow, account))
            throw Foreign(flow);
        foreach (var (path, text) in (ReadOnlySpan<(string, string)>)[(answers, cases), (table, steps), (flow, account)])
            OutputFile.Write(path, writer => writer.Write(text), makesFolder: true);
    }

    private string Account(CleaningReport report, string cases, string steps)
    {
        using var text = new StringWriter();
        JsonOutput.Write(text, json =>
        {
            json.WriteString("made.by", Maker);
            json.WriteString("data", Path.GetFileName(source));
            json.WriteBoolean("synthetic", report.Data.Codebook.IsSynthetic);
            json.Flow(report);
            json.Cases(report);
            json.Object("sha256", () =>
            {
                json.WriteString(Path.GetFileName(answers), Checksum.Of(cases));
                json.WriteString(Path.GetFileName(table), Checksum.Of(steps));
            });
        });
        return text.ToString();
    }

    private static string Steps(CleaningReport report)
    {
        IEnumerable<string> rows =
        [
            "step,left_out,remaining",
            FormattableString.Invariant($"started,,{report.Started}"),
            .. report.Steps.Select(step => FormattableString.Invariant($"{TableFile.Quoted(step.Reason)},{step.LeftOut},{step.Remaining}")),
        ];
        return string.Concat(rows.Select(row => row + "\n"));
    }

    // What is there already is replaced when it is the same anyway, or when the account of an earlier run has its checksum.
    private void RequireOurs(string path, string text)
    {
        if (!File.Exists(path))
            return;
        var there = Read(path);
        if (!there.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text)) && Recorded(Path.GetFileName(path)) != Checksum.Of(there))
            throw Foreign(path);
    }

    private static bool IsOurs(string path, string text) => Read(path).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text)) || Earlier(path) is not null;

    private string? Recorded(string name) =>
        Earlier(flow) is { } earlier && earlier.TryGetProperty("sha256", out var sums) && sums.ValueKind == JsonValueKind.Object
            && sums.TryGetProperty(name, out var sum) && sum.ValueKind == JsonValueKind.String ? sum.GetString() : null;

    /// <summary>The account of an earlier run, or null when the file is none.</summary>
    private static JsonElement? Earlier(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var document = JsonDocument.Parse(Read(path));
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("made.by", out var maker) && maker.ValueEquals(Maker)
                ? document.RootElement.Clone()
                : null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    private static InputException Foreign(string path) =>
        new($"{path} was not made by '{Maker}', or was changed since, and would be lost; move it away, or write to another folder.");
}
