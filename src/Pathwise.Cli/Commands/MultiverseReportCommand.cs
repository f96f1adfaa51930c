using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Multiverse.Inference;
using Pathwise.Multiverse.Runs;
using Pathwise.Notebooks.Html;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Makes a page of the results of a multiverse.</summary>
internal static class MultiverseReportCommand
{
    private const string Help = """
        Makes a page of a finished run: every universe over one dashboard of the choices, and what follows from all of them.

        The page is one file and fetches nothing. It says which universes failed, and where the data are synthetic. The code of a universe is the command that
        writes it out, PLAN being the file of the plan.
        """;

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that 'pathwise multiverse run' wrote." };
        var output = new Option<string?>("--out") { Description = "The page to write.", HelpName = "HTML" };
        var command = new Command("report", Help) { folder, output };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(output)));
        return command;
    }

    private static int Run(string folder, string? page)
    {
        if (page is null)
            throw new InputException("--out FILE is missing: the page to write, such as multiverse.html.");
        OutputFile.Probe(page);
        var (result, header) = (MultiverseFolder.Read(folder), RunHeader.Read(folder)!);
        if (header.Shard is { } shard)
            throw new InputException($"{folder} holds the shard {shard} alone; put the shards together with 'pathwise multiverse merge' first.");
        var text = MultiversePage.Of(result, ForcedNulls.Read(folder), header.IsSynthetic, row => $"pathwise multiverse show {row.Key} PLAN --out universe");
        OutputFile.Write(page, writer => writer.Write(text));
        return ExitCode.Done;
    }
}
