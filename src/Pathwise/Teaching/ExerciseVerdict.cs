namespace Pathwise.Teaching;

/// <summary>What there is to say of an answer.</summary>
public enum ExerciseVerdict
{
    /// <summary>There is no answer yet.</summary>
    NotYet,

    /// <summary>The answer is right.</summary>
    Right,

    /// <summary>The answer is not right.</summary>
    Wrong,
}
