namespace Pathwise.Studies;

/// <summary>What the data gave, or why they could not give it: small samples and wrong models are facts of a study and end no notebook.</summary>
public static class Attempt
{
    private const string Undefined = "It is not defined for this model and these data.";

    /// <summary>Computes something; what the data or the model cannot support becomes the reason, and so does null. A defect of the program is thrown as ever.</summary>
    public static Attempt<T> Of<T>(Func<T?> compute)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(compute);
        try
        {
            return compute() is { } value ? new(value, null) : new(null, Undefined);
        }
        catch (Exception problem) when (problem is InputException or NumericalException)
        {
            return new(null, problem.Message);
        }
    }
}

/// <summary>A value that was computed, or the reason why there is none.</summary>
public sealed class Attempt<T>
    where T : class
{
    internal Attempt(T? value, string? reason) => (Value, Reason) = (value, reason);

    /// <summary>The value; null where there is none.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value; null where there is one.</summary>
    public string? Reason { get; }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Reason is null;

    /// <summary>The value where it meets a condition; without one, the same reason.</summary>
    public Attempt<T> Require(Func<T, bool> condition, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Value is null || condition(Value) ? this : new(null, otherwise);
    }

    /// <summary>What follows from the value; without one, the same reason.</summary>
    public Attempt<TNext> Then<TNext>(Func<T, TNext?> compute)
        where TNext : class
    {
        ArgumentNullException.ThrowIfNull(compute);
        return HasValue ? Attempt.Of(() => compute(Value!)) : new(null, Reason);
    }
}
