namespace Pathwise.Sem.Compiled.FourAtOnce;

/// <summary>How far the fit in one lane has come; the rules of its steps are those of <see cref="CovarianceFitter"/>.</summary>
internal struct LaneState
{
    /// <summary>What is to be done next.</summary>
    public LanePhase Phase;

    /// <summary>Steps taken.</summary>
    public int Iterations;

    /// <summary>Discrepancy at the last point that was accepted.</summary>
    public double Discrepancy;

    /// <summary>Twice what the whole step would lower a quadratic by.</summary>
    public double Decrement;

    /// <summary>Whether the step is that of Fisher scoring, which serves where Newton's does not.</summary>
    public bool IsScoring;

    /// <summary>The part of the step that is tried.</summary>
    public double Length;

    /// <summary>Armijo's rule, with room for rounding.</summary>
    public readonly bool IsLowEnough(double discrepancy, int observed) =>
        discrepancy <= Discrepancy - (1e-4 * Length * Decrement) + (1e-14 * (Math.Abs(Discrepancy) + observed));

    /// <summary>Halves the step; false when that is too short by now.</summary>
    public bool TryHalve() => (Length *= 0.5) > 1e-10;

    /// <summary>
    /// Whether a step with this decrement ends the fit: one of scoring by its size; one of Newton's when it leaves nothing by the law of
    /// its convergence, e'' = (e' / e)^2 e' for the distances e = sqrt(decrement), or when only rounding is left.
    /// </summary>
    public readonly bool IsLast(double decrement) => IsScoring
        ? decrement < 1e-13
        : decrement < 1e-16 || (decrement < 1e-10 && decrement * decrement * decrement < 1e-20 * Decrement * Decrement);
}
