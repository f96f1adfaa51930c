using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Pathwise.Notebooks.Execution;

/// <summary>
/// The assemblies that every cell sees: .NET itself and what .NET Interactive offers. Not the engine's own dependencies: a
/// notebook that needed them would run nowhere else.
/// </summary>
internal static class ScriptReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> Shared = new(() =>
        [.. Platform().Concat(Offered()).Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))]);

    public static ImmutableArray<MetadataReference> All => Shared.Value;

    private static IEnumerable<string> Platform()
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd(Path.DirectorySeparatorChar);
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == runtime);
    }

    private static IEnumerable<string> Offered() =>
        new[] { typeof(NotebookDisplay), typeof(Formatter), typeof(IHtmlContent) }.Select(type => type.Assembly.Location);
}
