namespace Pathwise.Sem.Estimation;

/// <summary>Why the minimiser stopped, as it was observed.</summary>
public enum StopReason
{
    /// <summary>The gradient, free of the constraints, is as small as the tolerance asks.</summary>
    GradientVanished,

    /// <summary>No step lowers the discrepancy any more, although the gradient is above the tolerance.</summary>
    NoDescent,

    /// <summary>The largest number of iterations was reached.</summary>
    TooManyIterations,

    /// <summary>The sample or the starting values allow no discrepancy to be computed.</summary>
    NoStart,

    /// <summary>The constraints could not be met.</summary>
    ConstraintsNotMet,
}
