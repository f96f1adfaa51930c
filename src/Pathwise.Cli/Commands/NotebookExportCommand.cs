using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Export;
using Pathwise.Notebooks.Replication;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Writes notebooks as pages, programs or PDF.</summary>
internal static class NotebookExportCommand
{
    private static readonly Argument<string[]> Files = new("FILES") { Description = "Notebooks (.ipynb), exported as they stand.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Form = new("--to")
    {
        Description = "html: a page that needs no network; cs: a program for 'dotnet run'; pdf: printed by a Chromium.",
        DefaultValueFactory = static _ => "html",
    };

    private static readonly Option<string?> Out = new("--out") { Description = "The folder to write, this one by default.", HelpName = "DIR" };

    public static Command Create()
    {
        var command = new Command("export", "Writes notebooks as pages, programs or PDF.") { Files, Form.AcceptOnlyFromAmong("html", "cs", "pdf"), Out };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = NotebookRunCommand.Folder(parsed.GetValue(Out)) ?? Environment.CurrentDirectory;
        Check(parsed, folder);
        foreach (var file in parsed.GetValue(Files)!)
        {
            var written = await ExportAsync(parsed, file, folder, cancellation).ConfigureAwait(false);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(Path.GetRelativePath(Environment.CurrentDirectory, written)).ConfigureAwait(false);
        }

        return ExitCode.Done;
    }

    // All notebooks before the first is written.
    private static void Check(ParseResult parsed, string folder)
    {
        foreach (var file in parsed.GetValue(Files)!)
        {
            NotebookReader.Read(file);
            OutputFile.Probe(Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(file)}.{parsed.GetValue(Form)}"));
        }
    }

    private static async Task<string> ExportAsync(ParseResult parsed, string file, string folder, CancellationToken cancellation) => parsed.GetValue(Form) switch
    {
        "cs" => NotebookExport.ToProgram(file, folder),
        "pdf" => await NotebookExport.ToPdfAsync(file, folder, Study.RootAround(file), cancellation).ConfigureAwait(false),
        _ => NotebookExport.ToHtml(file, folder, Study.RootAround(file)),
    };
}
