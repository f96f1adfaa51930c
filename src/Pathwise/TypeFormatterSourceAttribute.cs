using System.Diagnostics.CodeAnalysis;
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
/// marked type through it. A program that is trimmed or compiled ahead of time loads no assemblies and has no displays.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class TypeFormatterSourceAttribute : Attribute
{
    private const string Home = "Pathwise.Reporting";
    private const string Source = "Pathwise.Reporting.Displays.DisplaySource";
    private Type? source;

    /// <summary>The type whose <c>CreateTypeFormatters()</c> makes the displays.</summary>
    /// <exception cref="NotSupportedException">The program is trimmed or compiled ahead of time.</exception>
    public Type FormatterSourceType => source ??= IsLoading
        ? Load()
        : throw new NotSupportedException($"Results are shown by {Home}, which a program that is trimmed or compiled ahead of time cannot load.");

    /// <summary>The forms in which the type is shown, best first.</summary>
    public string[] PreferredMimeTypes { get; init; } = ["text/html", "text/plain"];

    // Trimming and compilation ahead of time put false in its place and remove what it guards.
    [FeatureSwitchDefinition("Pathwise.Displays")]
    [FeatureGuard(typeof(RequiresUnreferencedCodeAttribute))]
    private static bool IsLoading => !AppContext.TryGetSwitch("Pathwise.Displays", out var isOn) || isOn;

    [RequiresUnreferencedCode("Loads an assembly that the program does not name.")]
    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "Without a file of its own the assembly is looked up by its name.")]
    private static Type Load()
    {
        var mine = typeof(TypeFormatterSourceAttribute).Assembly;
        var context = AssemblyLoadContext.GetLoadContext(mine)!;
        var beside = Path.Combine(Path.GetDirectoryName(mine.Location) ?? "", $"{Home}.dll");
        var home = context.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == Home)
            ?? (File.Exists(beside) ? context.LoadFromAssemblyPath(beside) : context.LoadFromAssemblyName(new AssemblyName(Home)));
        return home.GetType(Source, throwOnError: true)!;
    }
}
