using Microsoft.DotNet.Interactive.Formatting;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Execution;

/// <summary>
/// A value as a bundle of mime types, by the formatters of .NET Interactive: those that a type's own
/// <c>TypeFormatterSourceAttribute</c> names, or the package's.
/// </summary>
internal static class ValueFormatter
{
    /// <summary>The value in the given mime types, or in those that its type prefers.</summary>
    public static MimeBundle Format(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        var wanted = mimeTypes.Count > 0 ? mimeTypes : [.. Formatter.GetPreferredMimeTypesFor(value?.GetType() ?? typeof(object))];
        return new(wanted.Select(mime => KeyValuePair.Create(mime, MimeBundle.Content(mime, value.ToDisplayString(mime)))));
    }
}
