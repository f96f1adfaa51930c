namespace Pathwise.Sem.Resampling;

/// <summary>What becomes of replicates with an improper solution. Those without a solution enter under no rule.</summary>
public enum ImproperRule
{
    /// <summary>They stay: the distribution of the estimator as it is.</summary>
    Keep,

    /// <summary>They are left out, and the result rests on fewer replicates.</summary>
    Drop,

    /// <summary>They, and those without a solution, are drawn anew until the solution is proper.</summary>
    Redraw,

    /// <summary>They, and those whose search found no solution, are fitted once more within standard bounds, and kept where that is proper.</summary>
    Bounded,
}
