using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Documents;

/// <summary>
/// Where the outputs of two runs of the same notebook differ. What another kernel shows in fewer forms, or puts before the first output for
/// its own use, and where in its code an error arose, is no difference.
/// </summary>
public static class NotebookComparison
{
    /// <summary>One line for each cell whose outputs differ, naming the cell and the first difference; none when they agree.</summary>
    public static IReadOnlyList<string> Differences(Notebook committed, Notebook fresh)
    {
        if (committed.Cells.Count != fresh.Cells.Count)
            return [$"The one has {committed.Cells.Count} cells, the other {fresh.Cells.Count}."];
        return [.. committed.Cells.Zip(fresh.Cells, Difference).OfType<string>()];
    }

    private static string? Difference(Cell committed, Cell fresh)
    {
        var (was, now) = (KernelTraces.Without(committed.Outputs), KernelTraces.Without(fresh.Outputs));
        if (was.Count != now.Count)
            return $"Cell {committed.Id} has {was.Count} outputs committed and {now.Count} in a fresh run.";
        for (var i = 0; i < was.Count; i++)
            if (FirstDifference(was[i], now[i]) is { } difference)
                return $"Cell {committed.Id}, output {i + 1}: {difference}";
        return null;
    }

    private static string? FirstDifference(Output was, Output now)
    {
        if (was is DataOutput { Data: var before } && now is DataOutput { Data: var after })
            return MimeTypes(before, after) ?? before.Where(part => after.Content(part.Key) is not null).Select(part => PartDifference(part.Key, before, after)).FirstOrDefault(each => each is not null);
        if (was is ErrorOutput { Name: var name, Message: var message } && now is ErrorOutput error)
            return LineDifference("error", $"{name}: {message}", $"{error.Name}: {error.Message}");
        return LineDifference("text", NotebookWriter.OutputNode(was).ToJsonString(), NotebookWriter.OutputNode(now).ToJsonString());
    }

    // Of a value that has several forms, other kernels ask for those that its type prefers.
    private static string? MimeTypes(MimeBundle before, MimeBundle after)
    {
        var (was, now) = (before.Select(part => part.Key).ToList(), after.Select(part => part.Key).ToList());
        var isPart = !was.Except(now).Any() && (was.Count > 0 || now.Count == 0);
        return isPart ? null : $"the mime types were {string.Join(", ", was)} and are {string.Join(", ", now)}.";
    }

    private static string? PartDifference(string mime, MimeBundle before, MimeBundle after) =>
        before.Text(mime) is { } was && after.Text(mime) is { } now ? LineDifference(mime, was, now)
        : JsonDifference.First(Value(before, mime), Value(after, mime)) is { } difference ? $"{mime}{difference}" : null;

    // .NET Interactive writes JSON as a text that holds it.
    private static JsonNode? Value(MimeBundle bundle, string mime)
    {
        try
        {
            return MimeBundle.IsJson(mime) && bundle.Text(mime) is { } text ? JsonNode.Parse(text) : bundle.Content(mime);
        }
        catch (JsonException)
        {
            return bundle.Content(mime);
        }
    }

    private static string? LineDifference(string what, string before, string after)
    {
        var (was, now) = (before.Split('\n'), after.Split('\n'));
        for (var i = 0; i < Math.Max(was.Length, now.Length); i++)
            if (was.ElementAtOrDefault(i) != now.ElementAtOrDefault(i))
                return $"{what}, line {i + 1}: {Around(was.ElementAtOrDefault(i), now.ElementAtOrDefault(i))}";
        return null;
    }

    private static string Around(string? was, string? now)
    {
        var same = (was ?? "").Zip(now ?? "").TakeWhile(pair => pair.First == pair.Second).Count();
        return $"was '{Cut(was, same)}', is '{Cut(now, same)}'.";
    }

    // Some context before the first difference, and enough after it to see a number whole.
    private static string Cut(string? line, int at)
    {
        if (line is null)
            return "";
        var start = Math.Max(0, at - 20);
        return line[start..Math.Min(line.Length, at + 40)];
    }
}
