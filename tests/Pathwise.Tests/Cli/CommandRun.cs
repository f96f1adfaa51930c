using System.Text.Json;
using Pathwise.Cli;

namespace Pathwise.Tests.Cli;

/// <summary>One command line, run in this process: its exit code and what it printed.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static async Task<CommandRun> OfAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        var code = await CommandLine.RunAsync(args, output, error);
        return new CommandRun(code, output.ToString(), error.ToString());
    }
}
