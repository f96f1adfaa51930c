using Pathwise.Numerics;

namespace Pathwise.Sem.Sam;

/// <summary>Cases whose moments are computed with any weights. One worker's.</summary>
internal sealed class WeightedCases
{
    private readonly double[] centred;
    private readonly double[] centre;

    /// <summary>Complete cases as rows, n x p row-major.</summary>
    public WeightedCases(double[] values, int columns)
    {
        (Values, Columns, centred, centre) = (values, columns, (double[])values.Clone(), new double[columns]);
        (Means, Covariance) = (new double[columns], new double[columns * columns]);
        var n = values.Length / columns;
        for (var i = 0; i < n; i++)
            VectorKernels.AddScaled(1.0 / n, values.AsSpan(i * columns, columns), centre);
        for (var i = 0; i < n; i++)
            VectorKernels.AddScaled(-1, centre, centred.AsSpan(i * columns, columns));
    }

    /// <summary>The cases.</summary>
    public double[] Values { get; }

    /// <summary>p.</summary>
    public int Columns { get; }

    /// <summary>Their weighted means.</summary>
    public double[] Means { get; }

    /// <summary>Their weighted covariances, divided by the sum of the weights.</summary>
    public double[] Covariance { get; }

    /// <summary>Computes the moments. About the sample's mean they lose no digits to a large one.</summary>
    public void Weigh(ReadOnlySpan<double> weights)
    {
        Array.Clear(Means);
        Array.Clear(Covariance);
        var total = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0)
                continue;
            total += weights[i];
            var row = centred.AsSpan(i * Columns, Columns);
            VectorKernels.AddScaled(weights[i], row, Means);
            for (var j = 0; j < Columns; j++)
                VectorKernels.AddScaled(weights[i] * row[j], row[..(j + 1)], Covariance.AsSpan(j * Columns, j + 1));
        }

        for (var j = 0; j < Columns; j++)
            Means[j] /= total;
        for (var j = 0; j < Columns; j++)
        {
            for (var k = 0; k <= j; k++)
                Covariance[(j * Columns) + k] = Covariance[(k * Columns) + j] = (Covariance[(j * Columns) + k] / total) - (Means[j] * Means[k]);
        }

        VectorKernels.AddScaled(1, centre, Means);
    }
}
