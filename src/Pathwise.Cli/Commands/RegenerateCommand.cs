using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Synthesis.Export;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Makes the raw data files anew from their recipes, and the list of their checksums.</summary>
internal static class RegenerateCommand
{
    public static Command Create()
    {
        var recipes = new Option<string>("--recipes") { Description = "Folder of the recipes (*.json).", DefaultValueFactory = _ => "data/recipes" };
        var output = new Option<string>("--out") { Description = "Folder to write to.", DefaultValueFactory = _ => "data/raw" };
        var command = new Command("regenerate", "Make the synthetic raw data anew from their recipes; the same recipes give the same bytes.") { recipes, output };
        command.SetAction(parsed => Run(parsed.GetValue(recipes)!, parsed.GetValue(output)!, parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string recipes, string output, InvocationConfiguration console)
    {
        if (!Directory.Exists(recipes))
            throw new InputException($"{recipes} does not exist; expected a folder of recipes (*.json).");
        var exports = Directory.GetFiles(recipes, "*.json").Order(StringComparer.Ordinal).Select(RawExport.Make).ToArray();
        if (exports.Length == 0)
            throw new InputException($"{recipes} holds no recipe (*.json).");
        if (exports.GroupBy(export => export.File).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InputException($"{recipes}: two recipes make the file '{twice.Key}'; expected one for each.");
        foreach (var name in exports.Select(export => export.File).Append(RawChecksums.Name))
            OutputFile.Probe(Path.Combine(output, name), isRaw: true);

        foreach (var export in exports)
        {
            OutputFile.Write(Path.Combine(output, export.File), export.Write, isRaw: true);
            console.Output.WriteLine($"{Path.Combine(output, export.File)}: {export.Count} rows of synthetic data");
        }

        var checksums = RawChecksums.Of(output, [.. exports.Select(export => export.File)]);
        OutputFile.Write(Path.Combine(output, RawChecksums.Name), checksums.Write, isRaw: true);
        foreach (var stray in checksums.Strays)
            console.Error.WriteLine($"pathwise: {Path.Combine(output, stray)} belongs to no codebook; it is not in {RawChecksums.Name}.");
        return ExitCode.Done;
    }
}
