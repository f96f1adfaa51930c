using System.CommandLine;
using System.Security.Cryptography;
using Pathwise.Synthesis.Export;

namespace Pathwise.Cli.Commands;

/// <summary>Makes the raw data files anew from their recipes, and the list of their checksums.</summary>
internal static class RegenerateCommand
{
    private const string Checksums = "SHA256SUMS";

    public static Command Create()
    {
        var recipes = new Option<string>("--recipes") { Description = "Folder of the recipes (*.json).", DefaultValueFactory = _ => "data/recipes" };
        var output = new Option<string>("--out") { Description = "Folder to write to.", DefaultValueFactory = _ => "data/raw" };
        var command = new Command("regenerate", "Make the synthetic raw data anew from their recipes; the same recipes give the same bytes.") { recipes, output };
        command.SetAction(parsed => Run(parsed.GetValue(recipes)!, parsed.GetValue(output)!, parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string recipes, string output, TextWriter console)
    {
        if (!Directory.Exists(recipes))
            throw new InputException($"{recipes} does not exist; expected a folder of recipes (*.json).");
        var exports = Directory.GetFiles(recipes, "*.json").Order(StringComparer.Ordinal).Select(RawExport.Make).ToArray();
        if (exports.Length == 0)
            throw new InputException($"{recipes} holds no recipe (*.json).");

        foreach (var export in exports)
        {
            OutputFile.Write(Path.Combine(output, export.File), export.Write, isRaw: true);
            console.WriteLine($"{Path.Combine(output, export.File)}: {export.Count} rows of synthetic data");
        }

        OutputFile.Write(Path.Combine(output, Checksums), writer => WriteChecksums(output, writer), isRaw: true);
        return ExitCode.Done;
    }

    // The form that `sha256sum --check` reads.
    private static void WriteChecksums(string folder, TextWriter writer)
    {
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            if (!name.StartsWith(Checksums, StringComparison.Ordinal))
                writer.Write($"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}  {name}\n");
        }
    }
}
