using Pathwise.Reporting.Exhibits;
using Pathwise.Studies;

namespace Pathwise.Reporting;

/// <summary>What was attempted, shown: the value by its own design, or a sentence that says why the data do not give it.</summary>
public static class Attempts
{
    /// <summary>The value, or the sentence.</summary>
    public static object Show<T>(this Attempt<T> attempt)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return attempt.HasValue ? attempt.Value! : new Paragraph($"These data do not give this: {attempt.Reason}", isWarning: true);
    }

    /// <summary>What follows from the value, or the sentence.</summary>
    public static object Show<T, TNext>(this Attempt<T> attempt, Func<T, TNext?> compute)
        where T : class
        where TNext : class
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return attempt.Then(compute).Show();
    }

    /// <summary>A list as a table, or the sentence; of a list without rows, that there is none.</summary>
    public static object ShowRows<T, TRow>(this Attempt<T> attempt, Func<T, IReadOnlyList<TRow>> compute, string none)
        where T : class
        where TRow : notnull
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var rows = attempt.Then(compute);
        if (rows.Value is not { } value)
            return rows.Show();
        return value.Count == 0 ? new Paragraph(none) : value.Show();
    }
}
