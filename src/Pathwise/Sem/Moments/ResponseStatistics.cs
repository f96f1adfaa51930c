using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Moments;

/// <summary>
/// The q statistics of one sample that models of ordered variables are fitted to: thresholds of ordered and means of continuous variables with their sign
/// turned, variable by variable; slopes on covariates, if any, covariate by covariate; variances of continuous variables; correlations (covariances where a variable is continuous), column by column of
/// the lower triangle. Immutable.
/// </summary>
internal sealed class ResponseStatistics
{
    private readonly Lazy<double[]> asymptotic;
    private readonly Lazy<double[]?> inverse;
    private readonly Lazy<IReadOnlyList<(string Code, string Message)>> notes;

    /// <param name="categories">The values that each variable takes, ascending; null of a continuous one.</param>
    /// <param name="thresholds">Of each variable, null of a continuous one.</param>
    /// <param name="values">The q statistics.</param>
    /// <param name="asymptotic">Computes N times their asymptotic covariance, q x q.</param>
    /// <param name="inverse">Computes its inverse, or null where there is none.</param>
    /// <param name="notes">What a reader must know of the statistics.</param>
    public ResponseStatistics(
        IReadOnlyList<IReadOnlyList<double>?> categories,
        IReadOnlyList<IReadOnlyList<double>?> thresholds,
        double[] values,
        Func<Matrix<double>> asymptotic,
        Func<Matrix<double>?> inverse,
        Func<IReadOnlyList<(string Code, string Message)>> notes)
    {
        (Categories, Thresholds, Values) = (categories, thresholds, values);
        this.notes = new(notes);
        this.asymptotic = new(() => asymptotic().ToRowMajorArray());
        this.inverse = new(() => inverse()?.ToRowMajorArray());
    }

    /// <summary>Other values of the statistics, with the same asymptotic covariance.</summary>
    public ResponseStatistics At(double[] values) => new(
        Categories, Thresholds, values, () => Square(Asymptotic), () => Inverse is { } known ? Square(known) : null, () => [])
    {
        Covariates = Covariates,
    };

    private static Matrix<double> Square(double[] symmetric)
    {
        var q = (int)Math.Sqrt(symmetric.Length);
        return Matrix<double>.Build.Dense(q, q, symmetric);
    }

    /// <summary>The values that each variable takes, ascending; null of a continuous one.</summary>
    public IReadOnlyList<IReadOnlyList<double>?> Categories { get; }

    /// <summary>Thresholds of each variable; null of a continuous one.</summary>
    public IReadOnlyList<IReadOnlyList<double>?> Thresholds { get; }

    /// <summary>Positions of the variables that the statistics are conditional on, and which have none of their own.</summary>
    public IReadOnlyList<int> Covariates { get; init; } = [];

    /// <summary>What a reader must know of the statistics: codes and sentences.</summary>
    public IReadOnlyList<(string Code, string Message)> Notes => notes.Value;

    /// <summary>The statistics, q.</summary>
    public double[] Values { get; }

    /// <summary>N times their asymptotic covariance, q x q and row-major; computed when it is first asked for.</summary>
    public double[] Asymptotic => asymptotic.Value;

    /// <summary>Its inverse; null where there is none.</summary>
    public double[]? Inverse => inverse.Value;
}
