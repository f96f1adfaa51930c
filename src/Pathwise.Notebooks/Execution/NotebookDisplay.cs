using Microsoft.AspNetCore.Html;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Execution;

/// <summary>What a cell can call without a using, as in .NET Interactive; the names are the kernel's.</summary>
public static class NotebookDisplay
{
#pragma warning disable IDE1006, CA1707 // the names that notebooks are written with
    /// <summary>Shows a value in the mime types that its type prefers, or in the given ones.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => Show(value, mimeTypes);

    /// <summary>Text that is HTML already.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
#pragma warning restore IDE1006, CA1707

    internal static DisplayedValue Show(object? value, string[] mimeTypes) => Show(ValueFormatter.Format(value, mimeTypes), mimeTypes);

    internal static DisplayedValue Show(MimeBundle bundle, string[] mimeTypes)
    {
        var channel = OutputChannel.Current ?? throw new InvalidOperationException("Only a cell of a notebook can display a value.");
        var id = Guid.NewGuid().ToString("N");
        channel.Show(new DataOutput(bundle) { DisplayId = id });
        return new DisplayedValue(channel, id, mimeTypes);
    }
}
