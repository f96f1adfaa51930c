namespace Pathwise.Numerics;

/// <summary>
/// A linear regression by least squares: Householder's orthogonal triangulation, which loses half as many digits to
/// collinear columns as the normal equations do.
/// </summary>
public sealed class LeastSquares
{
    private LeastSquares()
    {
    }

    /// <summary>Coefficients in the order of the columns.</summary>
    public required IReadOnlyList<double> Coefficients { get; init; }

    /// <summary>Their standard errors; null when there are no residual degrees of freedom.</summary>
    public required IReadOnlyList<double>? StandardErrors { get; init; }

    /// <summary>Sum of squared residuals.</summary>
    public required double ResidualSumOfSquares { get; init; }

    /// <summary>Rows less columns.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Residual standard deviation; null when there are no residual degrees of freedom.</summary>
    public double? ResidualStandardDeviation =>
        DegreesOfFreedom > 0 ? Math.Sqrt(ResidualSumOfSquares / DegreesOfFreedom) : null;

    /// <summary>
    /// Regresses <paramref name="response"/> on the columns of <paramref name="design"/> (rows x columns; a constant is a column of
    /// ones). Throws <see cref="InputException"/> when a column is a linear combination of those before it.
    /// </summary>
    public static LeastSquares Fit(double[,] design, IReadOnlyList<double> response)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(response);
        int rows = design.GetLength(0), columns = design.GetLength(1);
        if (rows < columns || columns == 0 || response.Count != rows)
            throw new InputException($"A regression needs as many rows as columns at least: {rows} rows, {columns} columns, {response.Count} responses.");

        // Columns are scaled to length 1, so that the test of collinearity means the same for each.
        var scales = new double[columns];
        var a = Columns(design, scales);
        var y = response.ToArray();
        var diagonal = new double[columns];
        for (var k = 0; k < columns; k++)
            diagonal[k] = Reflect(a, y, k, rows);
        var inverse = InverseOfTriangle(a, diagonal);
        return Of(inverse, y, scales, rows);
    }

    private static double[][] Columns(double[,] design, double[] scales)
    {
        var columns = new double[scales.Length][];
        for (var j = 0; j < columns.Length; j++)
        {
            columns[j] = new double[design.GetLength(0)];
            for (var i = 0; i < columns[j].Length; i++)
                columns[j][i] = design[i, j];
            scales[j] = Math.Sqrt(VectorKernels.Dot(columns[j], columns[j]));
            if (!(scales[j] > 0 && double.IsFinite(scales[j])))
                throw new InputException($"Column {j + 1} of a regression is zero or not finite.");
            for (var i = 0; i < columns[j].Length; i++)
                columns[j][i] /= scales[j];
        }

        return columns;
    }

    /// <summary>Reflects columns k and after, and y, so that column k ends at row k; returns its diagonal element.</summary>
    private static double Reflect(double[][] a, double[] y, int k, int rows)
    {
        var pivot = a[k].AsSpan(k);
        var length = Math.Sqrt(VectorKernels.Dot(pivot, pivot));
        if (length < 1e-15 * rows)
            throw new InputException($"Column {k + 1} of a regression is a linear combination of the columns before it.");

        var diagonal = pivot[0] > 0 ? -length : length;
        pivot[0] -= diagonal;
        var half = -diagonal * pivot[0];
        for (var j = k + 1; j < a.Length; j++)
            VectorKernels.AddScaled(-VectorKernels.Dot(pivot, a[j].AsSpan(k)) / half, pivot, a[j].AsSpan(k));
        VectorKernels.AddScaled(-VectorKernels.Dot(pivot, y.AsSpan(k)) / half, pivot, y.AsSpan(k));
        return diagonal;
    }

    /// <summary>Inverse of the upper triangle R: its diagonal apart, its other elements in the columns.</summary>
    private static double[,] InverseOfTriangle(double[][] a, double[] diagonal)
    {
        var n = diagonal.Length;
        var inverse = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            inverse[j, j] = 1 / diagonal[j];
            for (var i = j - 1; i >= 0; i--)
            {
                var sum = 0.0;
                for (var k = i + 1; k <= j; k++)
                    sum += a[k][i] * inverse[k, j];
                inverse[i, j] = -sum / diagonal[i];
            }
        }

        return inverse;
    }

    private static LeastSquares Of(double[,] inverse, double[] y, double[] scales, int rows)
    {
        var n = scales.Length;
        var rest = VectorKernels.Dot(y.AsSpan(n), y.AsSpan(n));
        var coefficients = new double[n];
        var errors = new double[n];
        for (var i = 0; i < n; i++)
        {
            var squares = 0.0;
            for (var j = n - 1; j >= i; j--)
            {
                coefficients[i] += inverse[i, j] * y[j];
                squares += inverse[i, j] * inverse[i, j];
            }

            coefficients[i] /= scales[i];
            errors[i] = rows > n ? Math.Sqrt(squares * rest / (rows - n)) / scales[i] : 0;
        }

        return new LeastSquares
        {
            Coefficients = coefficients,
            StandardErrors = rows > n ? errors : null,
            ResidualSumOfSquares = rest,
            DegreesOfFreedom = rows - n,
        };
    }
}
