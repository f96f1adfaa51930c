using System.CommandLine;
using System.Globalization;
using Pathwise.Cli.Console;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Running;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Runs notebooks and writes them with their outputs.</summary>
internal static class NotebookRunCommand
{
    private static readonly Argument<string[]> Files = new("FILES")
    {
        Description = "Notebooks (.ipynb), run in this order.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Out = new("--out") { Description = "A folder for the executed notebooks." };
    private static readonly Option<bool> InPlace = new("--in-place") { Description = "Refresh the files themselves, in canonical form." };
    private static readonly Option<double?> Seconds = new("--timeout") { Description = "Seconds allowed for each notebook." };
    private static readonly Option<string[]> Parameters = new("--parameter") { Description = "A value for a parameter: name=value." };

    public static Command Create()
    {
        var command = new Command("run", "Runs notebooks from top to bottom, each in a process of its own.") { Files, Out, InPlace, Seconds, Parameters };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Folder(parsed.GetValue(Out));
        foreach (var target in parsed.GetValue(Files)!.Select(file => Target(parsed, folder, file)).OfType<string>())
            OutputFile.Probe(target);
        var runner = new NotebookRunner(NotebookWorkerCommand.Worker)
        {
            Timeout = Timeout(parsed.GetValue(Seconds)),
            Parameters = (parsed.GetValue(Parameters) ?? []).Select(Parameter).ToDictionary(each => each.Key, each => each.Value),
        };
        await foreach (var run in runner.RunAsync(parsed.GetValue(Files)!, cancellation).ConfigureAwait(false))
        {
            if (Target(parsed, folder, run.Path) is { } target && (run.Failure is null || !parsed.GetValue(InPlace)))
                OutputFile.Write(target, writer => writer.Write(NotebookWriter.Write(run.Notebook)));
            if (run.Failure is { } failure)
                return Report(parsed, failure);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{run.Name}: {run.Elapsed.TotalSeconds:0.0} s")).ConfigureAwait(false);
        }

        return ExitCode.Done;
    }

    /// <summary>Says which cell of which notebook failed.</summary>
    public static int Report(ParseResult parsed, NotebookFailure failure)
    {
        parsed.InvocationConfiguration.Error.WriteLine($"pathwise: {failure}");
        return ExitCode.Failure;
    }

    /// <summary>The folder to write to, made if need be; null when none was given.</summary>
    public static string? Folder(string? path)
    {
        if (path is not null && File.Exists(path))
            throw new InputException($"{path} is a file, expected a folder to write to.");
        try
        {
            return path is null ? null : Directory.CreateDirectory(OutputFile.PlaceOf(path)).FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot write to {path}: {failure.Message}", failure);
        }
    }

    private static string? Target(ParseResult parsed, string? folder, string file) =>
        parsed.GetValue(InPlace) ? file : folder is null ? null : Path.Combine(folder, Path.GetFileName(file));

    private static TimeSpan? Timeout(double? seconds)
    {
        if (seconds is { } given && given is not (> 0 and < 1e6))
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"--timeout is {given}; expected a number of seconds above 0."));
        return seconds is null ? null : TimeSpan.FromSeconds(seconds.Value);
    }

    // A number or a truth value stands for itself, anything else for a text.
    private static KeyValuePair<string, string> Parameter(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at < 1)
            throw new InputException($"Not a parameter: {text}. Expected name=value.");
        var value = text[(at + 1)..];
        var isLiteral = value is "true" or "false" || double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return KeyValuePair.Create(text[..at], isLiteral ? value : NotebookRunner.Quoted(value));
    }
}
