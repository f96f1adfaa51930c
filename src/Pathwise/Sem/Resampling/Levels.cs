namespace Pathwise.Sem.Resampling;

/// <summary>Levels of confidence.</summary>
internal static class Levels
{
    /// <summary>What is wrong with a level, or null; one above 1 looks like a percentage.</summary>
    public static string? Problem(double level) => level is > 0 and < 1
        ? null
        : FormattableString.Invariant($"The level of intervals is {level}; expected a number between 0 and 1{(level is > 1 and < 100 ? FormattableString.Invariant($", such as {level / 100}") : "")}.");
}
