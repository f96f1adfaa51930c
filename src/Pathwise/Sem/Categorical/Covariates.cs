using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>
/// Covariates that other variables are regressed on, n x k without missing values. Regressions are of their standardized values, whose slopes and constants
/// <see cref="Raw"/> turns into those of the covariates themselves.
/// </summary>
internal sealed class Covariates
{
    private readonly double[] means, deviations;

    /// <param name="names">Names of the k covariates.</param>
    /// <param name="values">One column for each.</param>
    /// <param name="where">Where they are from.</param>
    /// <exception cref="InputException">A covariate does not vary, or depends on the others.</exception>
    public Covariates(IReadOnlyList<string> names, IReadOnlyList<double[]> values, string where)
    {
        Names = names;
        means = [.. values.Select(column => Univariate.Mean(column))];
        deviations = [.. values.Select(column => Univariate.StandardDeviation(column))];
        Columns = [.. values.Select((column, k) => Array.ConvertAll(column, value => (value - means[k]) / deviations[k]))];
        if (!deviations.All(deviation => deviation > 0) || Products().Evd().EigenValues.Real().Minimum() < 1e-10)
            throw new InputException($"{where}: the covariates {string.Join(", ", names)} depend on each other, or one does not vary, so nothing can be regressed on all of them. Leave one out.");
    }

    /// <summary>Names of the covariates.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of covariates, k.</summary>
    public int Count => Names.Count;

    /// <summary>Their standardized values, one array for each.</summary>
    public double[][] Columns { get; }

    /// <summary>Slopes of the covariates themselves from those of their standardized values.</summary>
    public double[] Raw(ReadOnlySpan<double> slopes)
    {
        var result = slopes.ToArray();
        for (var k = 0; k < result.Length; k++)
            result[k] /= deviations[k];
        return result;
    }

    /// <summary>The sum of slopes times the covariates' means: by how much a constant at covariates of zero is less than one at their means.</summary>
    /// <param name="raw">Slopes of the covariates themselves.</param>
    public double AtMeans(ReadOnlySpan<double> raw) => VectorKernels.Dot(means, raw);

    /// <summary>What slopes on the standardized values predict of a case.</summary>
    public double Predict(ReadOnlySpan<double> slopes, int row)
    {
        double sum = 0;
        for (var k = 0; k < slopes.Length; k++)
            sum += slopes[k] * Columns[k][row];
        return sum;
    }

    // Their correlations.
    private Matrix<double> Products() => Matrix<double>.Build.Dense(Count, Count, (i, j) => VectorKernels.Dot(Columns[i], Columns[j]) / Columns[i].Length);
}
