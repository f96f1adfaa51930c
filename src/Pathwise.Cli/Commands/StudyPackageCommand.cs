using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Notebooks.Deposit;
using Pathwise.Notebooks.Replication;

namespace Pathwise.Cli.Commands;

/// <summary>Packs a study for an archive.</summary>
internal static class StudyPackageCommand
{
    private const string Help = """
        Packs the study around this folder into one zip for OSF, Zenodo or another archive.

        It holds every file of the study, the outputs that codecheck.yml lists (run 'pathwise replicate' first), the answers as psych-DS names them
        (data/study-NAME_data.csv) with dataset_description.json, datapackage.json, and SHA256SUMS of everything. The same study gives the same bytes.
        """;

    private static readonly Option<string> Out = new("--out") { Description = "The zip to write.", HelpName = "FILE.zip", Required = true };

    public static Command Create()
    {
        var command = new Command("package", Help) { Out };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var path = parsed.GetValue(Out)!;
        var files = StudyPackage.Write(Study.Around(Environment.CurrentDirectory), path);
        parsed.InvocationConfiguration.Output.WriteLine($"{path}: {files.Count} files");
        return ExitCode.Done;
    }
}
