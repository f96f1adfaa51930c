using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>A continuous variable: mean, variance with divisor n, and each case's deviation in standard deviations (NaN where missing).</summary>
internal sealed class ContinuousMargin : Margin
{
    private readonly double inverse11, inverse12, inverse22;

    public ContinuousMargin(string name, ReadOnlySpan<double> values)
        : base(name)
    {
        double[] present = [.. values.ToArray().Where(value => !double.IsNaN(value))];
        Count = present.Length;
        Mean = Univariate.Mean(present);
        Variance = Count < 2 ? 0 : Univariate.Variance(present) * (Count - 1) / Count;
        Deviates = new double[values.Length];
        for (var row = 0; row < values.Length; row++)
            Deviates[row] = (values[row] - Mean) / Deviation;
        (inverse11, inverse12, inverse22) = InverseInformation();
    }

    public override int Count { get; }

    public override int Parameters => 2;

    public double Mean { get; }

    public double Variance { get; }

    public double Deviation => Math.Sqrt(Variance);

    public double[] Deviates { get; }

    public override bool Has(int row) => !double.IsNaN(Deviates[row]);

    public override void WriteInfluence(int parameter, Span<double> target)
    {
        for (var row = 0; row < Deviates.Length; row++)
            target[row] = Has(row) ? Influence(parameter, row) : 0;
    }

    /// <summary>What a case with a value moves the mean (0) or the variance (1) by.</summary>
    public double Influence(int parameter, int row)
    {
        var (first, second) = Scores(Deviates[row]);
        return parameter == 0 ? (inverse11 * first) + (inverse12 * second) : (inverse12 * first) + (inverse22 * second);
    }

    // Derivatives of a case's normal log-likelihood by mean and variance.
    private (double Mean, double Variance) Scores(double z) => (z / Deviation, ((z * z) - 1) / (2 * Variance));

    // The information is the sum of products of the scores, as in lavaan; of a variable with two values, whose scores are one another's
    // multiples, the expected one.
    private (double, double, double) InverseInformation()
    {
        double a = 0, b = 0, c = 0;
        foreach (var z in Deviates.Where(double.IsFinite))
        {
            var (mean, variance) = Scores(z);
            a += mean * mean;
            b += mean * variance;
            c += variance * variance;
        }

        var determinant = (a * c) - (b * b);
        if (!(determinant > 1e-10 * a * c))
            return (Variance / Count, 0, 2 * Variance * Variance / Count);
        return (c / determinant, -b / determinant, a / determinant);
    }
}
