using System.Reflection;
using System.Runtime.Loader;

namespace Pathwise;

/// <summary>
/// Marks a result type that a notebook can show. Notebook kernels built on Microsoft.DotNet.Interactive.Formatting match
/// this attribute by its name and by the names of its two properties, so no package is needed.
/// </summary>
/// <remarks>
/// The displays live in another assembly, Pathwise.Reporting, which depends on this one. It is found when a kernel asks: where this assembly
/// was loaded, so that both speak of the same types, from the file beside this one if nothing of it has been used yet. A test shows every
/// marked type through it.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class TypeFormatterSourceAttribute : Attribute
{
    private const string Home = "Pathwise.Reporting";
    private const string Source = "Pathwise.Reporting.Displays.DisplaySource";

    /// <summary>The type whose <c>CreateTypeFormatters()</c> makes the displays.</summary>
    public Type FormatterSourceType { get; } = Displaying().GetType(Source, throwOnError: true)!;

    /// <summary>The forms in which the type is shown, best first.</summary>
    public string[] PreferredMimeTypes { get; init; } = ["text/html", "text/plain"];

    private static Assembly Displaying()
    {
        var mine = typeof(TypeFormatterSourceAttribute).Assembly;
        var context = AssemblyLoadContext.GetLoadContext(mine)!;
        var beside = Path.Combine(Path.GetDirectoryName(mine.Location) ?? "", $"{Home}.dll");
        return context.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == Home)
            ?? (File.Exists(beside) ? context.LoadFromAssemblyPath(beside) : context.LoadFromAssemblyName(new AssemblyName(Home)));
    }
}
