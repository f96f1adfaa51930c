using System.Reflection;

namespace Pathwise.Cli.Console;

/// <summary>The one place where every exception of the command ends: as one line on standard error and an exit code.</summary>
internal sealed class Ending(TextWriter error, bool isDebug)
{
    private const string Report =
        "Please report it with the command that you gave and what 'pathwise --version' prints; --debug shows where it happened.";

    /// <summary>Says what is wrong, and returns the exit code; with <c>--debug</c> the place in the code follows.</summary>
    public int Of(Exception failure)
    {
        var cause = Cause(failure);
        var (code, message) = Told(cause);
        Say(message);
        if (isDebug)
            Try(() => error.WriteLine(failure.ToString()));
        return code;
    }

    /// <summary>Says one line that begins with the command's name.</summary>
    public void Say(string message) => Try(() => error.WriteLine($"pathwise: {OneLine(message)}"));

    private static (int Code, string Message) Told(Exception cause) => cause switch
    {
        InputException => (ExitCode.BadInput, cause.Message),
        NumericalException => (ExitCode.Failure, cause.Message),
        OperationCanceledException => (ExitCode.Failure, cause.Message.StartsWith("interrupted", StringComparison.Ordinal) ? cause.Message : "interrupted; nothing is written."),
        IOException or UnauthorizedAccessException => (ExitCode.BadInput, $"standard output or a file cannot be read or written: {cause.Message}"),
        OutOfMemoryException => (ExitCode.BadInput, "there is not enough memory for this; a smaller input or fewer samples need less."),
        InsufficientExecutionStackException => (ExitCode.BadInput, "something in the input is nested too deeply to be read."),
        _ => (ExitCode.Defect, $"this is a defect of Pathwise, not of your input: {cause.Message} {Report}"),
    };

    // What is wrapped says what happened; the wrapping says only where.
    private static Exception Cause(Exception failure) => failure switch
    {
        AggregateException { InnerExceptions: [var first, ..] } => Cause(first),
        TargetInvocationException or TypeInitializationException when failure.InnerException is { } inner => Cause(inner),
        _ => failure,
    };

    // Control characters of an input must not steer the terminal.
    private static string OneLine(string message) => string.Concat(
        message.ReplaceLineEndings(" ").Select(letter => letter is '\t' or '\v' ? ' ' : char.IsControl(letter) ? '\uFFFD' : letter));

    // Where standard error is closed or full, the exit code alone speaks.
    private static void Try(Action say)
    {
        try
        {
            say();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Nobody listens.
        }
    }
}
