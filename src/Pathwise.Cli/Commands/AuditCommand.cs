using System.CommandLine;
using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Cli.Console;
using Pathwise.Json;
using Pathwise.Notebooks.Html;
using Pathwise.Reporting.Designs;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Asks whether the statistics of a paper can be true together.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var path = new Argument<string?>("path") { Description = "File of statistics (CSV or YAML), or a folder with such files.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = "How to show the findings.", DefaultValueFactory = _ => "table" };
        var template = new Option<string?>("--template") { Description = "Write a file of statistics to fill in (.yaml), with an example of every kind; audits nothing.", HelpName = "FILE" };
        format.AcceptOnlyFromAmong("table", "json", "html");
        var command = new Command("audit", "Check published statistics against each other; the exit code is 5 when some are inconsistent.") { path, format, template };
        command.SetAction(parsed => (parsed.GetValue(path), parsed.GetValue(template)) switch
        {
            (null, { } file) => WriteTemplate(file, parsed.InvocationConfiguration.Output),
            ({ } statistics, null) => Run(statistics, parsed.GetValue(format)!, parsed.InvocationConfiguration.Output),
            (null, null) => throw new InputException("Nothing to audit; expected a file of statistics or a folder with such files, or --template FILE for one to fill in."),
            _ => throw new InputException("Both a file to audit and --template are given; expected one of the two."),
        });
        return command;
    }

    private static int Run(string path, string format, TextWriter output)
    {
        var report = PublishedStatistics.Read(path).Audit();
        output.Write(format switch
        {
            "json" => AuditJson.Text(report),
            "html" => AuditPage.Of(report),
            _ => new AuditExhibit(report).ToText(),
        });
        return report.HasInconsistencies ? ExitCode.Inconsistent : ExitCode.Done;
    }

    private static int WriteTemplate(string file, TextWriter output)
    {
        if (Path.GetExtension(file).ToLowerInvariant() is not (".yaml" or ".yml"))
            throw new InputException($"{file} is no name for a file of statistics to fill in; expected the extension .yaml or .yml.");
        if (File.Exists(file))
            throw new InputException($"{file} exists; expected the name of a new file, so that nothing filled in is lost.");
        OutputFile.Write(file, writer => writer.Write(AuditTemplate.Text()));
        output.WriteLine($"Fill in {file}, then: pathwise audit {file}");
        return ExitCode.Done;
    }
}
