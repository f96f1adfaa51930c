using Microsoft.DotNet.Interactive.Formatting;
using Pathwise.Notebooks.Documents;
using Pathwise.Reporting.Displays;
using Pathwise.Reporting.Tables;

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
        var wanted = mimeTypes.Count > 0 ? mimeTypes : Foreign(value) ?? [.. Formatter.GetPreferredMimeTypesFor(value?.GetType() ?? typeof(object))];
        return new(wanted.Select(mime => KeyValuePair.Create(mime, MimeBundle.Content(mime, value.ToDisplayString(mime)))));
    }

    // The displays of other libraries' values are known from when the first type of ours is met.
    private static IReadOnlyCollection<string>? Foreign(object? value)
    {
        var forms = EngineForms.Of(value);
        if (forms is not null)
            Formatter.GetPreferredFormatterFor(typeof(Table), "text/html");
        return forms;
    }
}
