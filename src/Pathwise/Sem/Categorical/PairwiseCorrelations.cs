using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Categorical;

/// <summary>The correlations alone of ordered and continuous variables without missing values, as resampling needs them.</summary>
internal static class PairwiseCorrelations
{
    /// <summary>The correlations, p x p; NaN with a variable that does not vary.</summary>
    public static Matrix<double> Of(IReadOnlyList<Margin> margins, EmptyCellRule rule)
    {
        var correlations = Matrix<double>.Build.DenseIdentity(margins.Count);
        for (var i = 0; i < margins.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                correlations[i, j] = correlations[j, i] = IsConstant(margins[i]) || IsConstant(margins[j])
                    ? double.NaN
                    : PairLikelihood.Of(margins[j], margins[i], rule).Correlation;
            }
        }

        return correlations;
    }

    /// <summary>Whether a variable does not vary.</summary>
    public static bool IsConstant(Margin margin) => margin is ContinuousMargin { Variance: 0 } or OrderedMargin { Parameters: 0 };

    /// <summary>A variable without its pairs.</summary>
    public static Margin MarginOf(string name, ReadOnlySpan<double> values, bool isOrdered) =>
        isOrdered ? new OrderedMargin(name, values) : new ContinuousMargin(name, values);
}
