namespace Pathwise.Sem.Compiled.FourAtOnce;

/// <summary>What one lane of a <see cref="LaneFitter"/> is doing.</summary>
internal enum LanePhase
{
    /// <summary>Nothing: it can take up a sample.</summary>
    Idle,

    /// <summary>The point where the lane is is to be evaluated, for a step of Fisher scoring.</summary>
    Starting,

    /// <summary>The point that a step leads to is to be evaluated.</summary>
    Stepping,

    /// <summary>A point is accepted, and a step is due.</summary>
    Accepted,

    /// <summary>The fit has converged.</summary>
    Done,

    /// <summary>The fit does not converge soon, or at all.</summary>
    GivenUp,
}
