using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>
/// A variable by itself, given covariates: the first of the two steps. Its parameters are thresholds (or an intercept), slopes on the standardized covariates
/// and, of a continuous variable, the residual variance; their influences are what each case moves them by (Muthen 1984).
/// </summary>
internal abstract class ConditionalMargin(string name, Covariates covariates)
{
    /// <summary>The variable.</summary>
    public string Name => name;

    /// <summary>The covariates.</summary>
    public Covariates Covariates => covariates;

    /// <summary>Number of thresholds, or one of a continuous variable.</summary>
    public abstract int Constants { get; }

    /// <summary>All parameters: constants, slopes, variance.</summary>
    public double[] Values { get; protected set; } = [];

    /// <summary>What each case moves each parameter by, one array of all cases for each; zero of a case without a value.</summary>
    public double[][] Influences { get; private set; } = [];

    /// <summary>The slopes on the standardized covariates.</summary>
    public ReadOnlySpan<double> Slopes => Values.AsSpan(Constants, covariates.Count);

    /// <summary>Whether a case has a value.</summary>
    public abstract bool Has(int row);

    /// <summary>The constants of the covariates themselves: thresholds or intercept where covariates are zero.</summary>
    public double[] RawConstants() => RawConstants(Values);

    /// <summary>The slopes of the covariates themselves.</summary>
    public double[] RawSlopes() => covariates.Raw(Slopes);

    /// <summary>The influences of a case on the constants and slopes of the covariates themselves.</summary>
    public (double[] Constants, double[] Slopes) RawInfluence(int row)
    {
        double[] moved = [.. Influences.Select(influence => influence[row])];
        return (RawConstants(moved), covariates.Raw(moved.AsSpan(Constants, covariates.Count)));
    }

    /// <summary>By which sign a prediction enters the constants: thresholds less the prediction, an intercept and it.</summary>
    protected abstract int Sign { get; }

    /// <summary>Takes the inverse of the sum of products of the cases' scores, one array for each parameter, times the scores.</summary>
    protected void TakeInfluences(double[][] scores)
    {
        var n = scores.Length;
        var products = new double[n * n];
        for (var i = 0; i < n * n; i++)
            products[i] = VectorKernels.Dot(scores[i / n], scores[i % n]);
        var inverse = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(n, n, products);
        inverse = Cholesky.TryFactor((double[])products.Clone(), n) ? inverse.Inverse() : inverse.PseudoInverse();
        Influences = new double[n][];
        for (var i = 0; i < n; i++)
        {
            Influences[i] = new double[scores[0].Length];
            for (var j = 0; j < n; j++)
                VectorKernels.AddScaled(inverse[i, j], scores[j], Influences[i]);
        }
    }

    private double[] RawConstants(double[] values)
    {
        var shift = covariates.AtMeans(covariates.Raw(values.AsSpan(Constants, covariates.Count)));
        return [.. values.AsSpan(0, Constants).ToArray().Select(constant => constant - (Sign * shift))];
    }
}
