namespace Pathwise.Multiverse.Runs;

/// <summary>How the analysis of a universe ended.</summary>
public enum UniverseStatus
{
    /// <summary>With a proper solution.</summary>
    Proper,

    /// <summary>With estimates that no population could have, as a negative variance.</summary>
    Improper,

    /// <summary>With estimates that the data do not determine.</summary>
    NotIdentified,

    /// <summary>Without estimates: the search found no minimum.</summary>
    NotConverged,

    /// <summary>Without estimates: a variable has one value, or none, in all cases that are left.</summary>
    ConstantVariable,

    /// <summary>Without estimates: too few cases or items are left.</summary>
    TooFew,

    /// <summary>Without estimates: the covariance matrix of the sample is not positive definite.</summary>
    SingularSample,

    /// <summary>Without estimates: the analysis could not be made, for the reason given.</summary>
    Failed,
}

/// <summary>Outcomes of universes as results write them.</summary>
public static class UniverseStatusText
{
    /// <summary>The words, such as <c>not converged</c>.</summary>
    public static string Text(this UniverseStatus status) => status switch
    {
        UniverseStatus.Proper => "proper",
        UniverseStatus.Improper => "improper",
        UniverseStatus.NotIdentified => "not identified",
        UniverseStatus.NotConverged => "not converged",
        UniverseStatus.ConstantVariable => "constant variable",
        UniverseStatus.TooFew => "too few",
        UniverseStatus.SingularSample => "singular sample",
        UniverseStatus.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not an outcome."),
    };

    /// <summary>True when there are estimates that can be shown: proper or improper ones.</summary>
    public static bool HasEstimates(this UniverseStatus status) => status <= UniverseStatus.Improper;
}
