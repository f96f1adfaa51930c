namespace Pathwise.Notebooks.Documents;

/// <summary>What kernels leave among the outputs for their own use.</summary>
internal static class KernelTraces
{
    // .NET Interactive shows a script before the first output of a notebook; it finds its place by an element of this name.
    private const string Bootstrap = "dotnet-interactive-this-cell-";

    /// <summary>The outputs that a cell showed, pieces of one stream put together, as some front ends do and others do not.</summary>
    public static IReadOnlyList<Output> Without(IReadOnlyList<Output> outputs)
    {
        var kept = new List<Output>();
        foreach (var output in outputs.Where(output => !IsTrace(output)))
            if (output is StreamOutput stream && kept is [.., StreamOutput last] && last.Name == stream.Name)
                kept[^1] = last with { Text = last.Text + stream.Text };
            else
                kept.Add(output);
        return kept;
    }

    private static bool IsTrace(Output output) =>
        output is DataOutput data && data.Data.Text("text/html") is { } html && html.Contains(Bootstrap, StringComparison.Ordinal);
}
