using System.Text.RegularExpressions;

namespace Pathwise.Notebooks.Execution;

/// <summary>The code of a cell as the compiler gets it, or why it cannot be compiled. Lines keep their numbers.</summary>
internal sealed partial record CellCode(string Text, CellFailure? Failure)
{
    /// <summary>Looks at the directives of .NET Interactive that a C# compiler does not know.</summary>
    public static CellCode Of(string source)
    {
        var lines = source.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Package().Match(lines[i]) is { Success: true } package)
                return new(source, CellFailure.At(i + 1, Unavailable(package.Groups["name"].Value.Trim())));
            if (Magic().Match(lines[i]) is not { Success: true } magic)
                continue;
            if (magic.Groups["name"].Value is not ("csharp" or "c#" or "C#"))
                return new(source, CellFailure.At(i + 1, $"The command {magic.Value.Trim()} is known to .NET Interactive alone; write C#, #r or #load."));
            lines[i] = "";
        }

        return new(string.Join('\n', lines), null);
    }

    private static string Unavailable(string package) =>
        $"The package {package} is not loaded while a notebook runs: reference its assembly by a path (#r \"path.dll\"), "
        + "or add it to the library and build.";

    [GeneratedRegex("""^\s*#r\s+"nuget:(?<name>[^"]*)"?""")]
    private static partial Regex Package();

    [GeneratedRegex(@"^#!(?<name>\S+).*$")]
    private static partial Regex Magic();
}
