using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Pathwise.Notebooks.Execution;

/// <summary>Native libraries of packages, found by assemblies that ask for them by name.</summary>
internal static class NativeLibraries
{
    private static readonly ConcurrentDictionary<string, string> Files = new(StringComparer.OrdinalIgnoreCase);
    private static readonly ConcurrentDictionary<AssemblyLoadContext, bool> Contexts = [];

    // The compiler's loader gives assemblies contexts of their own, and each asks on its own account.
    private static readonly Lazy<bool> Installed = new(() =>
    {
        AppDomain.CurrentDomain.AssemblyLoad += static (_, loaded) => Watch(loaded.LoadedAssembly);
        return true;
    });

    /// <summary>Lets every assembly that is loaded from now on find these files.</summary>
    public static void Offer(IReadOnlyList<string> files)
    {
        foreach (var file in files)
            Files[Name(file)] = file;
        if (files.Count > 0)
            _ = Installed.Value;
    }

    private static void Watch(Assembly assembly)
    {
        if (AssemblyLoadContext.GetLoadContext(assembly) is { } context && Contexts.TryAdd(context, true))
            context.ResolvingUnmanagedDll += static (_, name) => Files.TryGetValue(Name(name), out var file) ? NativeLibrary.Load(file) : 0;
    }

    // libx.so, x.dll and x are asked for by the same name.
    private static string Name(string path)
    {
        var name = Path.GetFileName(path);
        foreach (var ending in (string[])[".so", ".dll", ".dylib"])
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                name = name[..^ending.Length];
        return name.StartsWith("lib", StringComparison.Ordinal) ? name[3..] : name;
    }
}
