using Pathwise.Numerics;

namespace Pathwise.Sem.Compiled;

/// <summary>
/// Fits a compiled model to one covariance matrix after the other by maximum likelihood: Newton's method with the exact
/// Hessian, Fisher scoring where that is not positive definite, steps cut until F falls. One worker's; nothing is allocated by a fit.
/// Variances are not bounded: an improper solution is found and named, never hidden.
/// </summary>
internal sealed unsafe class CovarianceFitter
{
    /// <summary>A fit ends when the decrement g'H^-1 g, twice what a step could still lower F by, is below this.</summary>
    private const double Tolerance = 1e-13;

    /// <summary>The same when the step is Newton's, which squares the distance: what it leaves is far below.</summary>
    private const double ToleranceOfNewton = 1e-10;

    private const int MaximumIterations = 100;

    private readonly CovarianceModel model;
    private readonly LatentUnits? units;
    private readonly CovarianceEvaluation evaluation;
    private readonly PinnedNumbers scratch;
    private readonly int t;
    private readonly int[] order;
    private readonly double* values;
    private readonly double* trial;
    private readonly double* gradient;
    private readonly double* step;
    private readonly double* curvature;
    private readonly double* diagonal;
    private readonly double* factors;
    private bool isNewton;

    /// <summary>A fitter, with other units for latent variables inside when <paramref name="units"/> are given.</summary>
    public CovarianceFitter(CovarianceModel model, LatentUnits? units = null)
        : this(model, units, DerivativeMap.Of(units?.Working ?? model))
    {
    }

    /// <summary>A fitter with derivatives that others share.</summary>
    public CovarianceFitter(CovarianceModel model, LatentUnits? units, DerivativeMap map)
    {
        this.model = model;
        this.units = units;
        var working = units?.Working ?? model;
        order = map.Order;
        evaluation = new CovarianceEvaluation(working, map);
        t = model.FreeCount;
        var row = evaluation.RowOfParameters;
        var size = Math.Max(model.ObservedCount, model.StructuralCount);
        scratch = new PinnedNumbers((row * (t + 5)) + model.StructuralCount + 4 + (size * PaddedKernels.Stride(size)) + PaddedKernels.Stride(size) + 16);
        values = scratch.Take(row);
        trial = scratch.Take(row);
        gradient = scratch.Take(row);
        step = scratch.Take(row);
        curvature = scratch.Take(Math.Max(t * row, size * PaddedKernels.Stride(size)));
        diagonal = scratch.Take(Math.Max(row, size));
        factors = scratch.Take(model.StructuralCount);
        Factors.Fill(1);
    }

    /// <summary>The model that is fitted.</summary>
    public CovarianceModel Model => model;

    /// <summary>The free parameters after a fit, in the order of the table.</summary>
    public ReadOnlySpan<double> Values => new(values, t);

    /// <summary>The discrepancy F of the last fit.</summary>
    public double Discrepancy { get; private set; }

    /// <summary>Steps of the last fit.</summary>
    public int Iterations { get; private set; }

    /// <summary>
    /// The evaluation at the estimates of the last fit. Its structural variables are those of the model divided by
    /// <see cref="Factors"/>.
    /// </summary>
    public CovarianceEvaluation Evaluation => evaluation;

    /// <summary>By what each structural variable of the evaluation is to be multiplied.</summary>
    public Span<double> Factors => new(factors, model.StructuralCount);

    /// <summary>
    /// Fits the p x p <paramref name="covariance"/> from the given values, as those of a similar sample; without them from
    /// <see cref="CompiledStart"/>.
    /// </summary>
    public FitStatus Fit(ReadOnlySpan<double> covariance, ReadOnlySpan<double> start = default)
    {
        Iterations = 0;
        if (start.IsEmpty)
            CompiledStart.Write(model, covariance, new Span<double>(values, t));
        else
            start.CopyTo(new Span<double>(values, t));
        units?.ToWorking(new Span<double>(values, t), Factors);
        Discrepancy = 0;
        if (!evaluation.TrySetSample(covariance))
            return FitStatus.SingularSample;
        var status = evaluation.TryEvaluate(values) ? Minimise() : FitStatus.NoStart;
        Discrepancy = evaluation.Discrepancy;
        return status;
    }

    /// <summary>Takes over estimates of the working model that were found elsewhere, and names what is improper.</summary>
    public FitStatus Conclude(ReadOnlySpan<double> covariance, ReadOnlySpan<double> working, double discrepancy)
    {
        working.CopyTo(new Span<double>(values, t));
        evaluation.Place(covariance, values);
        Discrepancy = discrepancy;
        return Named();
    }

    /// <summary>
    /// Writes the t x t inverse of the expected (or observed) Hessian of F at the estimates; times 2 / N it is the covariance of the
    /// estimates. False when it is not positive definite. Without other units only.
    /// </summary>
    public bool TryInvertCurvature(Span<double> inverse, bool expected)
    {
        evaluation.Differentiate(gradient);
        evaluation.Curvature(curvature, expected);
        var row = evaluation.RowOfParameters;
        if (!PaddedKernels.TryFactorUpper(curvature, t, row, diagonal))
            return false;
        for (var j = 0; j < t; j++)
        {
            new Span<double>(step, row).Clear();
            step[j] = 1;
            PaddedKernels.SolveUpper(curvature, t, row, step);
            for (var i = 0; i < t; i++)
                inverse[(order[i] * t) + order[j]] = step[i];
        }

        return true;
    }

    /// <summary>Writes Beta and the covariances of the structural variables at the estimates, each m x m, without the constant.</summary>
    public void CopyStructure(Span<double> beta, Span<double> covariance)
    {
        var (m, row) = (model.VariableCount, evaluation.RowOfStructural);
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
            {
                beta[(i * m) + j] = evaluation.Beta[(i * row) + j] * factors[i] / factors[j];
                covariance[(i * m) + j] = evaluation.CovarianceOf(i, j) * factors[i] * factors[j];
            }
        }
    }

    private FitStatus Minimise()
    {
        for (Iterations = 0; Iterations < MaximumIterations; Iterations++)
        {
            evaluation.Differentiate(gradient);
            var decrement = NewtonStep();
            if (decrement < (isNewton ? ToleranceOfNewton : Tolerance))
                return Finish();
            if (!TryAdvance(decrement) && !TryScoring(decrement))
                return FitStatus.NoDescent;
        }

        return FitStatus.TooManyIterations;
    }

    /// <summary>Newton's step, or where the Hessian is not positive definite the one of Fisher scoring; the decrement.</summary>
    private double NewtonStep()
    {
        evaluation.Curvature(curvature, expected: false);
        isNewton = PaddedKernels.TryFactorUpper(curvature, t, evaluation.RowOfParameters, diagonal);
        return isNewton ? SolvedStep() : ScoringStep();
    }

    /// <summary>The step of Fisher scoring, its information raised on the diagonal until it is positive definite.</summary>
    private double ScoringStep()
    {
        for (var damping = 0.0; damping < 1e3; damping = Math.Max(1e-8, 100 * damping))
        {
            evaluation.Curvature(curvature, expected: true);
            for (var j = 0; j < t; j++)
                curvature[(j * evaluation.RowOfParameters) + j] += damping * (curvature[(j * evaluation.RowOfParameters) + j] + 1e-8);
            if (PaddedKernels.TryFactorUpper(curvature, t, evaluation.RowOfParameters, diagonal))
                return SolvedStep();
        }

        return double.PositiveInfinity;
    }

    private double SolvedStep()
    {
        for (var j = 0; j < t; j++)
            step[j] = gradient[j];
        PaddedKernels.SolveUpper(curvature, t, evaluation.RowOfParameters, step);
        return PaddedKernels.Dot(gradient, step, evaluation.RowOfParameters);
    }

    private bool TryScoring(double newton)
    {
        var before = evaluation.TryEvaluate(values);
        evaluation.Differentiate(gradient);
        var decrement = ScoringStep();
        return before && decrement != newton && double.IsFinite(decrement) && TryAdvance(decrement);
    }

    /// <summary>Moves along the step, halving it until F falls enough (Armijo); the evaluation is then at the new values.</summary>
    private bool TryAdvance(double decrement)
    {
        var before = evaluation.Discrepancy;
        var noise = 1e-14 * (Math.Abs(before) + model.ObservedCount);
        for (var length = 1.0; length > 1e-10; length *= 0.5)
        {
            for (var j = 0; j < t; j++)
                trial[order[j]] = values[order[j]] - (length * step[j]);
            if (!evaluation.TryEvaluate(trial) || !(evaluation.Discrepancy <= before - (1e-4 * length * decrement) + noise))
                continue;
            Buffer.MemoryCopy(trial, values, t * sizeof(double), t * sizeof(double));
            return true;
        }

        return false;
    }

    /// <summary>Takes the last step, which costs nothing more.</summary>
    private FitStatus Finish()
    {
        for (var j = 0; j < t; j++)
            trial[order[j]] = values[order[j]] - step[j];
        if (evaluation.TryEvaluate(trial))
            Buffer.MemoryCopy(trial, values, t * sizeof(double), t * sizeof(double));
        else
            evaluation.TryEvaluate(values);
        return Named();
    }

    /// <summary>What is improper about the estimates, which become those of the model.</summary>
    private FitStatus Named()
    {
        var status = evaluation.Propriety();
        return units is null || units.ToModel(new Span<double>(values, t), Factors) ? status : FitStatus.UnitLost;
    }
}
