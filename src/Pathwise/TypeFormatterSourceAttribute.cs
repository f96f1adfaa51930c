using System.Reflection;

namespace Pathwise;

/// <summary>
/// Marks a result type that a notebook can show. Notebook kernels built on Microsoft.DotNet.Interactive.Formatting match
/// this attribute by its name and by the names of its two properties, so no package is needed.
/// </summary>
/// <remarks>
/// The displays live in another assembly, Pathwise.Reporting, which depends on this one: it is found by name when a kernel asks, among the
/// assemblies that are loaded or else beside this one. A test shows every marked type through it.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class TypeFormatterSourceAttribute : Attribute
{
    private const string Home = "Pathwise.Reporting";
    private const string Source = "Pathwise.Reporting.Displays.DisplaySource";

    /// <summary>The type whose <c>CreateTypeFormatters()</c> makes the displays.</summary>
    public Type FormatterSourceType { get; } = (Loaded() ?? Beside()).GetType(Source, throwOnError: true)!;

    /// <summary>The forms in which the type is shown, best first.</summary>
    public string[] PreferredMimeTypes { get; init; } = ["text/html", "text/plain"];

    private static Assembly? Loaded() => AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == Home);

    private static Assembly Beside() => Assembly.Load(Home);
}
