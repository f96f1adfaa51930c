using Pathwise.Sem.Estimation;
using Pathwise.Tables;

namespace Pathwise.Teaching;

/// <summary>
/// Judges answers to exercises. An exercise that nobody has touched yet is not an error: a notebook runs from top to bottom
/// before its reader has done anything.
/// </summary>
public static class Exercise
{
    /// <summary>
    /// Judges a number, null as long as there is none: right when it rounds as the expected one does, give or take one unit of
    /// the last of the decimals. A wrong number that comes from a known mistake gets the hint for it.
    /// </summary>
    public static ExerciseResult Check(double? answer, double expected, int decimals, string hint, params (double Value, string Hint)[] mistakes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        if (answer is not { } value)
            return new(ExerciseVerdict.NotYet, "Put your number in place of null in the cell above, then run both cells.");
        var unit = Math.Pow(10, -decimals);
        if (IsNear(value, expected, unit))
            return new(ExerciseVerdict.Right, "");
        var known = mistakes.FirstOrDefault(mistake => IsNear(value, mistake.Value, unit)).Hint;
        return new(ExerciseVerdict.Wrong, known ?? hint);
    }

    /// <summary>
    /// Judges a model that the reader changes: not yet as long as it reads as given; else it is fitted and must pass. What the
    /// engine refuses is wrong with the engine's reason.
    /// </summary>
    public static ExerciseResult Check(string answer, string given, DataTable data, Func<FitResult, bool> isRight, string hint)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(isRight);
        if (Words(answer).SequenceEqual(Words(given)))
            return new(ExerciseVerdict.NotYet, "Change the model in the cell above, then run both cells.");
        var attempt = ModelAttempt.Of(answer, data);
        if (attempt.Fit is not { } fit)
            return new(ExerciseVerdict.Wrong, $"The engine refuses the model. {attempt.Refusal}");
        return isRight(fit) ? new(ExerciseVerdict.Right, "") : new(ExerciseVerdict.Wrong, hint);
    }

    private static bool IsNear(double value, double expected, double unit) => Math.Abs(value - expected) <= unit;

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
