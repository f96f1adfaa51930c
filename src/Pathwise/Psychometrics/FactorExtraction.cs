using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Psychometrics;

/// <summary>How the factors of an exploratory analysis are found.</summary>
public enum ExtractionMethod
{
    /// <summary>Maximum likelihood (Lawley 1940, Joreskog 1967).</summary>
    MaximumLikelihood,

    /// <summary>Minimum residual: least squares of the correlations off the diagonal (Harman and Jones 1966).</summary>
    MinimumResidual,

    /// <summary>Principal axes with iterated communalities (Thomson 1934), as SPSS calls principal axis factoring.</summary>
    PrincipalAxis,
}

/// <summary>Unrotated factors: p x m loadings, p uniquenesses, and how the search for them ended.</summary>
internal sealed class FactorExtraction
{
    // Below this a uniqueness counts as a Heywood case and is held there, as R's factanal does.
    private const double LowestUniqueness = 0.005;
    private const int MaximumSteps = 500;
    private const double Tolerance = 1e-10;

    public required Matrix<double> Loadings { get; init; }

    public required double[] Uniquenesses { get; init; }

    /// <summary>The smallest value of the criterion.</summary>
    public required double Discrepancy { get; init; }

    public required bool HasConverged { get; init; }

    /// <summary>Whether some uniqueness was held at its lowest value.</summary>
    public bool HasHeywoodCase => Uniquenesses.Any(value => value <= LowestUniqueness * (1 + 1e-9));

    public static FactorExtraction Of(Matrix<double> correlation, int factors, ExtractionMethod method)
    {
        if (method == ExtractionMethod.PrincipalAxis)
            return PrincipalAxes.Of(correlation, factors);
        var criterion = new FactorCriterion(correlation, factors, method);
        var x = Start(correlation, method).Select(uniqueness => criterion.Parameter(Math.Max(uniqueness, LowestUniqueness))).ToArray();
        var least = criterion.Parameter(LowestUniqueness);
        var point = criterion.At(x);
        var converged = false;
        for (var step = 0; step < MaximumSteps && !converged; step++)
        {
            var free = Enumerable.Range(0, x.Length).Where(i => x[i] > least || point.Gradient[i] < 0).ToArray();
            converged = free.All(i => Math.Abs(point.Gradient[i]) < Tolerance);
            if (converged || Descend(criterion, x, point, free, least) is not { } next)
                break;
            (x, point) = next;
        }

        return new FactorExtraction
        {
            Loadings = criterion.Loadings(x),
            Uniquenesses = Array.ConvertAll(x, criterion.Uniqueness),
            Discrepancy = point.Value,
            HasConverged = converged || point.Gradient.Select((g, i) => x[i] > least ? Math.Abs(g) : Math.Max(-g, 0)).Max() < 1e-7,
        };
    }

    // Correlations that were estimated pair by pair need not be positive definite; least squares can take them all the same.
    private static IEnumerable<double> Start(Matrix<double> correlation, ExtractionMethod method) =>
        method == ExtractionMethod.MaximumLikelihood || Cholesky.TryFactor(correlation.ToRowMajorArray(), correlation.RowCount)
            ? MultipleCorrelation.Squared(correlation).Select(squared => 1 - squared)
            : Enumerable.Repeat(0.5, correlation.RowCount);

    // A Newton step with the approximate Hessian, halved until the criterion falls.
    private static (double[] X, FactorCriterion.Point Point)? Descend(
        FactorCriterion criterion, double[] x, FactorCriterion.Point point, int[] free, double least)
    {
        var hessian = Matrix<double>.Build.Dense(free.Length, free.Length, (i, j) => point.Hessian[free[i], free[j]] + (i == j ? 1e-10 : 0));
        var gradient = Vector<double>.Build.Dense(free.Length, i => point.Gradient[free[i]]);
        var direction = hessian.Solve(gradient);
        for (var length = 1.0; length > 1e-10; length /= 2)
        {
            var trial = (double[])x.Clone();
            for (var i = 0; i < free.Length; i++)
                trial[free[i]] = Math.Max(x[free[i]] - (length * direction[i]), least);
            var next = criterion.At(trial);
            if (next.Value < point.Value)
                return (trial, next);
        }

        return null;
    }
}
