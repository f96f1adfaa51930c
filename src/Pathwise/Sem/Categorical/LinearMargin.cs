using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Categorical;

/// <summary>A continuous variable regressed on covariates by least squares: intercept, slopes and residual variance (divisor n).</summary>
internal sealed class LinearMargin : ConditionalMargin
{
    public LinearMargin(string name, double[] values, Covariates covariates)
        : base(name, covariates)
    {
        int[] rows = [.. Enumerable.Range(0, values.Length).Where(row => !double.IsNaN(values[row]))];
        var design = Matrix<double>.Build.Dense(rows.Length, covariates.Count + 1, (i, k) => k == 0 ? 1 : covariates.Columns[k - 1][rows[i]]);
        var fitted = design.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Solve(Vector<double>.Build.Dense(rows.Length, i => values[rows[i]]));
        Values = [.. fitted, 0];
        Deviates = [.. values.Select((value, row) => value - fitted[0] - covariates.Predict(Slopes, row))];
        Count = rows.Length;
        Variance = Values[^1] = rows.Sum(row => Deviates[row] * Deviates[row]) / Count;
        for (var row = 0; row < values.Length; row++)
            Deviates[row] /= Deviation;
        TakeInfluences(Scores());
    }

    /// <summary>Number of cases with a value.</summary>
    public int Count { get; }

    /// <summary>The residual variance.</summary>
    public double Variance { get; }

    /// <summary>Its square root.</summary>
    public double Deviation => Math.Sqrt(Variance);

    /// <summary>Residuals of the cases in residual standard deviations; NaN where the value is missing.</summary>
    public double[] Deviates { get; }

    public override int Constants => 1;

    protected override int Sign => 1;

    public override bool Has(int row) => !double.IsNaN(Deviates[row]);

    /// <summary>Sums of products of weights with the derivatives of a likelihood by the parameters, from those by a case's mean and by the variance.</summary>
    public double[] Cross(IReadOnlyList<int> rows, double[] weights, double[] byMean, double[] byVariance)
    {
        var result = new double[Values.Length];
        for (var i = 0; i < rows.Count; i++)
        {
            result[0] += weights[i] * byMean[i];
            for (var k = 0; k < Covariates.Count; k++)
                result[1 + k] += weights[i] * byMean[i] * Covariates.Columns[k][rows[i]];
            result[^1] += weights[i] * byVariance[i];
        }

        return result;
    }

    private double[][] Scores()
    {
        var scores = Values.Select(_ => new double[Deviates.Length]).ToArray();
        for (var row = 0; row < Deviates.Length; row++)
        {
            if (!Has(row))
                continue;
            scores[0][row] = Deviates[row] / Deviation;
            for (var k = 0; k < Covariates.Count; k++)
                scores[1 + k][row] = scores[0][row] * Covariates.Columns[k][row];
            scores[^1][row] = ((Deviates[row] * Deviates[row]) - 1) / (2 * Variance);
        }

        return scores;
    }
}
