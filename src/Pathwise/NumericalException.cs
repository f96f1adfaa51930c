namespace Pathwise;

/// <summary>
/// The input can be used, and the numbers that a result needs cannot be found: a search that does not converge, or samples none of which
/// can be fitted. The message is one line and says what was tried.
/// </summary>
public sealed class NumericalException : Exception
{
    /// <summary>A result that cannot be computed, and why.</summary>
    public NumericalException(string message)
        : base(message)
    {
    }

    /// <summary>A result that cannot be computed, why, and the exception that showed it.</summary>
    public NumericalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
