using Pathwise.Cli;
using Pathwise.Cli.Console;

// What happens to the cells of a notebook is told by whoever runs them.
if (args is ["notebook-worker", ..] or ["kernel", "run", ..])
    return await CommandLine.RunAsync(args, System.Console.Out, System.Console.Error);

// What no command awaits, as an exception on a thread of its own, ends like any other rather than in an abort.
AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
    Environment.Exit(new Ending(System.Console.Error, args.Contains("--debug")).Of((Exception)unhandled.ExceptionObject));
using var interrupts = new Interrupts();
return await CommandLine.RunAsync(args, System.Console.Out, System.Console.Error, interrupts);
