namespace Pathwise;

/// <summary>
/// Marks a result type that a notebook can show. Notebook kernels built on Microsoft.DotNet.Interactive.Formatting match
/// this attribute by its name and by the names of its two properties, so no package is needed.
/// </summary>
/// <remarks>
/// The displays live in the last room, Reporting, which earlier rooms may not name: it is found here by name, once, and
/// a test shows every marked type through it.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class TypeFormatterSourceAttribute : Attribute
{
    private const string Source = "Pathwise.Reporting.DisplaySource";

    /// <summary>The type whose <c>CreateTypeFormatters()</c> makes the displays.</summary>
    public Type FormatterSourceType { get; } =
        typeof(TypeFormatterSourceAttribute).Assembly.GetType(Source, throwOnError: true)!;

    /// <summary>The forms in which the type is shown, best first.</summary>
    public string[] PreferredMimeTypes { get; init; } = ["text/html", "text/plain"];
}
