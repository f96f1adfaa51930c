namespace Pathwise;

/// <summary>
/// The analyst's mistake: something given to Pathwise cannot be used. The message is one line and says what is wrong,
/// where (file, row, column, line), what was there and what was expected; it never shows a respondent's other answers.
/// </summary>
public class InputException : Exception
{
    private const int Longest = 2000;
    private const int End = 500;

    /// <summary>An input that cannot be used, and why.</summary>
    public InputException(string message)
        : base(Clipped(message))
    {
    }

    /// <summary>An input that cannot be used, why, and the exception that showed it.</summary>
    public InputException(string message, Exception innerException)
        : base(Clipped(message), innerException)
    {
    }

    /// <summary>What the sample lacks, where that is what is wrong.</summary>
    internal SampleLack? Lack { get; init; }

    // Something very long was there: what is wrong stands at the beginning, and what was expected at the end.
    private static string Clipped(string message) =>
        message.Length <= Longest ? message : $"{message[..(Longest - End)]} […] {message[^End..]}";
}
