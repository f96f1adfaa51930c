using System.CommandLine;
using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Cli.Console;
using Pathwise.Json;
using Pathwise.Notebooks.Html;
using Pathwise.Reporting.Designs;

namespace Pathwise.Cli.Commands;

/// <summary>Asks whether the statistics of a paper can be true together.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "File of statistics (CSV or YAML), or a folder with such files." };
        var format = new Option<string>("--format") { Description = "How to show the findings.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "html");
        var command = new Command("audit", "Check published statistics against each other; the exit code is 5 when some are inconsistent.") { path, format };
        command.SetAction(parsed => Run(parsed.GetValue(path)!, parsed.GetValue(format)!, parsed.InvocationConfiguration.Output));
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
}
