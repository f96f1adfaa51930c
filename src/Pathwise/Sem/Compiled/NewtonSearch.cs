using Pathwise.Numerics;

namespace Pathwise.Sem.Compiled;

/// <summary>
/// Newton's method with the exact Hessian, Fisher scoring where that is not positive definite, steps cut until F falls: the steps of
/// <see cref="CovarianceFitter"/> for any sum of discrepancies. One worker's; nothing is allocated by a search.
/// </summary>
internal abstract unsafe class NewtonSearch
{
    /// <summary>A search ends when the decrement g'H^-1 g, twice what a step could still lower F by, is below this.</summary>
    private const double Tolerance = 1e-13;

    /// <summary>The same when the step is Newton's, which squares the distance: what it leaves is far below.</summary>
    private const double ToleranceOfNewton = 1e-10;

    private const int MaximumIterations = 100;

    /// <summary>A search that has a minimum to find has found it by then, nearly always.</summary>
    private const int UsualIterations = 20;

    private readonly PinnedNumbers scratch;
    private readonly int t;
    private readonly int terms;
    private readonly double* values;
    private readonly double* trial;
    private readonly double* gradient;
    private readonly double* step;
    private readonly double* curvature;
    private readonly double* diagonal;
    private bool isNewton;

    /// <param name="count">Number of parameters.</param>
    /// <param name="terms">About how many terms of size one are added up in F: its rounding.</param>
    protected NewtonSearch(int count, int terms)
    {
        (t, this.terms, Row) = (count, terms, PaddedKernels.Stride(count));
        scratch = new PinnedNumbers((Row * (t + 5)) + 16);
        values = scratch.Take(Row);
        trial = scratch.Take(Row);
        gradient = scratch.Take(Row);
        step = scratch.Take(Row);
        curvature = scratch.Take(t * Row);
        diagonal = scratch.Take(Row);
    }

    /// <summary>The parameters, during a search and after it.</summary>
    public Span<double> Values => new(values, t);

    /// <summary>The discrepancy at the last point.</summary>
    public double Discrepancy { get; protected set; }

    /// <summary>True when the last search gave up because it was so far out that no minimum is expected there.</summary>
    public bool WentAstray { get; private set; }

    /// <summary>What F is measured in: one, where it has no unit.</summary>
    protected double Unit { get; set; } = 1;

    /// <summary>Length of a row of the Hessian.</summary>
    protected int Row { get; }

    /// <summary>Computes the discrepancy at a point; false where there is none.</summary>
    protected abstract bool TryEvaluate(double* point);

    /// <summary>Writes the gradient at the last point.</summary>
    protected abstract void Differentiate(double* target);

    /// <summary>Writes the upper triangle of the Hessian at the last point, or of its expectation; <see cref="Differentiate"/> went before.</summary>
    protected abstract void Curvature(double* target, bool expected);

    /// <summary>True where the values are so far away that no minimum is expected there.</summary>
    protected abstract bool IsAstray();

    /// <summary>Searches from <see cref="Values"/>; null when a minimum was found, at which the last evaluation is then.</summary>
    protected FitStatus? Search()
    {
        WentAstray = false;
        if (!TryEvaluate(values))
            return FitStatus.NoStart;
        for (var i = 0; i < MaximumIterations; i++)
        {
            Differentiate(gradient);
            var decrement = NewtonStep();
            if (decrement < Unit * (isNewton ? ToleranceOfNewton : Tolerance))
                return Finish();
            WentAstray = i >= UsualIterations && IsAstray();
            if (WentAstray)
                return FitStatus.TooManyIterations;
            if (!TryAdvance(decrement) && !TryScoring(decrement))
                return FitStatus.NoDescent;
        }

        return FitStatus.TooManyIterations;
    }

    private double NewtonStep()
    {
        Curvature(curvature, expected: false);
        isNewton = PaddedKernels.TryFactorUpper(curvature, t, Row, diagonal);
        return isNewton ? SolvedStep() : ScoringStep();
    }

    // The information is raised on the diagonal until it is positive definite.
    private double ScoringStep()
    {
        for (var damping = 0.0; damping < 1e3; damping = Math.Max(1e-8, 100 * damping))
        {
            Curvature(curvature, expected: true);
            for (var j = 0; j < t; j++)
                curvature[(j * Row) + j] += damping * (curvature[(j * Row) + j] + 1e-8);
            if (PaddedKernels.TryFactorUpper(curvature, t, Row, diagonal))
                return SolvedStep();
        }

        return double.PositiveInfinity;
    }

    private double SolvedStep()
    {
        Buffer.MemoryCopy(gradient, step, t * sizeof(double), t * sizeof(double));
        PaddedKernels.SolveUpper(curvature, t, Row, step);
        return PaddedKernels.Dot(gradient, step, Row);
    }

    private bool TryScoring(double newton)
    {
        var before = TryEvaluate(values);
        Differentiate(gradient);
        var decrement = ScoringStep();
        return before && decrement != newton && double.IsFinite(decrement) && TryAdvance(decrement);
    }

    // Halves the step until F falls enough (Armijo).
    private bool TryAdvance(double decrement)
    {
        var before = Discrepancy;
        for (var length = 1.0; length > 1e-10; length *= 0.5)
        {
            Move(length);
            if (!TryEvaluate(trial) || !(Discrepancy <= before - (1e-4 * length * decrement) + (1e-14 * (Math.Abs(before) + (Unit * terms)))))
                continue;
            Buffer.MemoryCopy(trial, values, t * sizeof(double), t * sizeof(double));
            return true;
        }

        return false;
    }

    // Takes the last step, which costs nothing more.
    private FitStatus? Finish()
    {
        Move(1);
        if (TryEvaluate(trial))
            Buffer.MemoryCopy(trial, values, t * sizeof(double), t * sizeof(double));
        else
            TryEvaluate(values);
        return null;
    }

    private void Move(double length)
    {
        for (var j = 0; j < t; j++)
            trial[j] = values[j] - (length * step[j]);
    }
}
