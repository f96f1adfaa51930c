using Spectre.Console;

namespace Pathwise.Cli.Console;

/// <summary>A console that is coloured for a person at a terminal and plain text for anything else.</summary>
internal static class Terminal
{
    public static IAnsiConsole On(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);
        return output.IsTerminal
            ? AnsiConsole.Create(new AnsiConsoleSettings { Out = output })
            : AnsiConsole.Create(new AnsiConsoleSettings
            {
                Out = output, Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No,
            });
    }
}
