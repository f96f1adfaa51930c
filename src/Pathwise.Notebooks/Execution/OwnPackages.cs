using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Pathwise.Export;
using Pathwise.Reporting.Tables;

namespace Pathwise.Notebooks.Execution;

/// <summary>
/// The packages of the library itself: they stand for the assemblies that this process has loaded, so that a notebook and what shows its
/// values speak of the same library.
/// </summary>
internal static class OwnPackages
{
    private static readonly Dictionary<string, Assembly> Assemblies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Pathwise"] = typeof(InputException).Assembly,
        ["Pathwise.Reporting"] = typeof(Table).Assembly,
        ["Pathwise.Export"] = typeof(WrittenReport).Assembly,
    };

    /// <summary>The version of the library, as its packages carry it.</summary>
    public static string Version { get; } =
        typeof(InputException).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static bool Contains(string name) => Assemblies.ContainsKey(name);

    /// <summary>Why the package as it is asked for cannot be had; null where it can.</summary>
    public static string? Refusal(PackageReference package) => package.Version is null || package.Version.Trim('[', ']') == Version
        ? null
        : $"{package.Name} {package.Version} is asked for, and this is Pathwise {Version}, whose own library a notebook uses: write "
            + $"#r \"nuget: {package.Name}, {Version}\", or install the tool in the other version.";

    /// <summary>The files of the package's assembly and of all that it needs and brings along.</summary>
    public static IReadOnlyList<string> Files(string name)
    {
        var found = new List<string>();
        Add(Assemblies[name].Location, found);
        return found;
    }

    /// <summary>The library's own copy of an assembly, if it brings along that very one; else the file itself.</summary>
    public static string Preferred(string path)
    {
        var own = Path.Combine(Path.GetDirectoryName(typeof(Table).Assembly.Location)!, Path.GetFileName(path));
        return File.Exists(own) && AssemblyName.GetAssemblyName(own).FullName == AssemblyName.GetAssemblyName(path).FullName ? own : path;
    }

    private static void Add(string path, List<string> found)
    {
        if (!File.Exists(path) || found.Contains(path))
            return;
        found.Add(path);
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.AssemblyReferences)
            Add(Path.Combine(Path.GetDirectoryName(path)!, metadata.GetString(metadata.GetAssemblyReference(handle).Name) + ".dll"), found);
    }
}
