namespace Pathwise;

/// <summary>
/// The analyst's mistake: something given to Pathwise cannot be used. The message is one line and says what is wrong,
/// where (file, row, column, line), what was there and what was expected; it never shows a respondent's other answers.
/// </summary>
public class InputException : Exception
{
    /// <summary>An input that cannot be used, and why.</summary>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>An input that cannot be used, why, and the exception that showed it.</summary>
    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
