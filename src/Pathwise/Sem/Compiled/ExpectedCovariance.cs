using Pathwise.Numerics;

namespace Pathwise.Sem.Compiled;

/// <summary>
/// Covariances of some estimates of a compiled model by maximum likelihood, from the expected information of one case at any values. One
/// worker's; nothing is allocated by an update. Intercepts of saturated means change none of them.
/// </summary>
internal sealed unsafe class ExpectedCovariance
{
    // A share of a parameter's information that the others leave, and information in its unit: below, another path tells what is determined.
    private const double LeastLeft = 1e-6;
    private const double LeastInformation = 1e-8;

    private readonly CovarianceModel model;
    private readonly CovarianceEvaluation evaluation;
    private readonly PinnedNumbers scratch;
    private readonly int t;
    private readonly int row;
    private readonly int[] places;
    private readonly double[] units;
    private readonly double* values;
    private readonly double* step;
    private readonly double* diagonal;
    private readonly double* curvature;

    /// <summary>Of these free parameters of the model, counted from 0.</summary>
    /// <param name="model">The model, in units of its own.</param>
    /// <param name="fitted">A matrix that the model may be fitted to; it changes nothing.</param>
    /// <param name="wanted">The parameters whose covariances are wanted.</param>
    /// <param name="units">What each free parameter is measured in, about.</param>
    public ExpectedCovariance(CovarianceModel model, ReadOnlySpan<double> fitted, int[] wanted, IReadOnlyList<double> units)
    {
        var map = DerivativeMap.Of(model);
        (this.model, evaluation, t) = (model, new CovarianceEvaluation(model, map), model.FreeCount);
        evaluation.TrySetSample(fitted);
        row = evaluation.RowOfParameters;
        places = [.. wanted.Select(j => Array.IndexOf(map.Order, j))];
        this.units = [.. map.Order.Select(j => units[j])];
        scratch = new PinnedNumbers((row * (t + 3)) + 16);
        values = scratch.Take(row);
        step = scratch.Take(row);
        diagonal = scratch.Take(row);
        curvature = scratch.Take(t * row);
        Matrix = new double[wanted.Length * wanted.Length];
    }

    /// <summary>The covariances at the last values, row-major, of one case: divided by the number of cases they are those of the estimates.</summary>
    public double[] Matrix { get; }

    /// <summary>The same for a sample whose own moments some cells of the model hold (fixed.x).</summary>
    public bool TryUpdate(ReadOnlySpan<double> free, ReadOnlySpan<double> fitted) => evaluation.TrySetSample(fitted) && TryUpdate(free);

    /// <summary>Computes them at values of the model's free parameters; false where the information does not clearly determine them.</summary>
    public bool TryUpdate(ReadOnlySpan<double> free)
    {
        free.CopyTo(new Span<double>(values, t));
        if (!evaluation.TryEvaluate(values))
            return false;
        evaluation.Differentiate(step);
        evaluation.Curvature(curvature, expected: true);
        if (!PaddedKernels.TryFactorUpper(curvature, t, row, diagonal) || !IsClear())
            return false;
        for (var j = 0; j < places.Length; j++)
            Solve(j);
        return true;
    }

    /// <summary>Writes Beta, (I - Beta)^-1 and the covariances of the structural variables at the last values, each m x m, without the constant.</summary>
    public void CopyStructure(Span<double> beta, Span<double> inverse, Span<double> covariance)
    {
        var (m, stride) = (model.VariableCount, evaluation.RowOfStructural);
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
            {
                beta[(i * m) + j] = evaluation.Beta[(i * stride) + j];
                inverse[(i * m) + j] = evaluation.Inverse[(i * stride) + j];
                covariance[(i * m) + j] = evaluation.CovarianceOf(i, j);
            }
        }
    }

    private bool IsClear()
    {
        for (var k = 0; k < t; k++)
        {
            var root = curvature[(k * row) + k];
            if (root * root < LeastLeft * diagonal[k] || diagonal[k] * units[k] * units[k] < LeastInformation)
                return false;
        }

        return true;
    }

    // The Hessian of F is twice the information of a case.
    private void Solve(int column)
    {
        new Span<double>(step, row).Clear();
        step[places[column]] = 2;
        PaddedKernels.SolveUpper(curvature, t, row, step);
        for (var i = 0; i < places.Length; i++)
            Matrix[(i * places.Length) + column] = step[places[i]];
    }
}
