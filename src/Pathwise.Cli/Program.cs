using System.CommandLine;
using System.CommandLine.Help;
using Pathwise;
using Pathwise.Cli;
using Pathwise.Cli.Commands;

// Not a RootCommand: that one is called after the assembly, whose name is not the command's.
var root = new Command("pathwise", "Structural equation models, and the notebooks that replicate a survey study with them.")
{
    new HelpOption { Recursive = true },
    new VersionOption(),
};
// One line for each command, in alphabetical order; each lives in a file of its own under Commands/.
root.Add(NotebookCommand.Create());
root.Add(NotebookWorkerCommand.Create());
root.Add(RegenerateCommand.Create());

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    // A word that is no command also leaves the command missing; the word is the better thing to name.
    var why = parsed.UnmatchedTokens is [var unknown, ..] ? $"Unrecognized command or argument '{unknown}'." : parsed.Errors[0].Message;
    Console.Error.WriteLine($"pathwise: {why.ReplaceLineEndings(" ")} See 'pathwise --help'.");
    return ExitCode.BadInput;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (InputException mistake)
{
    Console.Error.WriteLine($"pathwise: {mistake.Message.ReplaceLineEndings(" ")}");
    return ExitCode.BadInput;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("pathwise: interrupted.");
    return ExitCode.Failure;
}
