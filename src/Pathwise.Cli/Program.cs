using System.CommandLine;
using Pathwise;
using Pathwise.Cli;
using Pathwise.Cli.Commands;

var root = new RootCommand("Structural equation models, and the notebooks that replicate a survey study with them.");
// One line for each command, in alphabetical order; each lives in a file of its own under Commands/.
root.Add(NotebookCommand.Create());
root.Add(NotebookWorkerCommand.Create());
root.Add(RegenerateCommand.Create());

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    Console.Error.WriteLine($"pathwise: {parsed.Errors[0].Message.ReplaceLineEndings(" ")} See 'pathwise --help'.");
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
