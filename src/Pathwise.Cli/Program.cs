return await Pathwise.Cli.CommandLine.RunAsync(args, Console.Out, Console.Error);
