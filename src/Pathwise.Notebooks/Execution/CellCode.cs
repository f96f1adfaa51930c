using System.Text.RegularExpressions;

namespace Pathwise.Notebooks.Execution;

/// <summary>
/// The code of a cell as the compiler gets it and the packages that it asks for, or why it cannot be compiled. Lines keep their numbers.
/// </summary>
internal sealed partial record CellCode(string Text, CellFailure? Failure)
{
    /// <summary>The packages, in the order of their lines.</summary>
    public IReadOnlyList<PackageReference> Packages { get; init; } = [];

    /// <summary>Looks at the directives of .NET Interactive that a C# compiler does not know.</summary>
    public static CellCode Of(string source)
    {
        var lines = source.Split('\n');
        var packages = new List<PackageReference>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Package().Match(lines[i]) is { Success: true } package)
            {
                var text = package.Groups["name"].Value;
                if (PackageReference.Of(text, i + 1) is not { } asked)
                    return new(source, CellFailure.At(i + 1, $"'{text.Trim()}' is no package; expected #r \"nuget: NAME\" or #r \"nuget: NAME, VERSION\"."));
                packages.Add(asked);
            }
            else if (Magic().Match(lines[i]) is not { Success: true } magic)
                continue;
            else if (magic.Groups["name"].Value is not ("csharp" or "c#" or "C#"))
                return new(source, CellFailure.At(i + 1, $"The command {magic.Value.Trim()} is known to .NET Interactive alone; write C#, #r or #load."));
            lines[i] = "";
        }

        return new(string.Join('\n', lines), null) { Packages = packages };
    }

    [GeneratedRegex("""^\s*#r\s+"nuget:(?<name>[^"]*)"?""")]
    private static partial Regex Package();

    [GeneratedRegex(@"^#!(?<name>\S+).*$")]
    private static partial Regex Magic();
}
