using System.Text.RegularExpressions;

namespace Pathwise.Notebooks.Execution;

/// <summary>A package that a cell asks for: <c>#r "nuget: NAME, VERSION"</c>, in the given line (from 1). Without a version it is the newest.</summary>
internal sealed partial record PackageReference(string Name, string? Version, int Line)
{
    /// <summary>The package of a directive's text after <c>nuget:</c>; null where that is none.</summary>
    public static PackageReference? Of(string text, int line) => Form().Match(text) is { Success: true } form
        ? new(form.Groups["name"].Value, form.Groups["version"] is { Success: true } version ? version.Value.Trim() : null, line)
        : null;

    public override string ToString() => Version is null ? Name : $"{Name}, {Version}";

    // Versions are single or with a wildcard, or a range in NuGet's brackets.
    [GeneratedRegex(@"^\s*(?<name>[A-Za-z0-9_.-]+)\s*(,\s*(?<version>[0-9*][0-9A-Za-z.*+-]*|[\[(][0-9A-Za-z.*+, -]*[\])])\s*)?$")]
    private static partial Regex Form();
}
