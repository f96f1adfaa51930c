using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>
/// Kaiser, Meyer and Olkin's measure of sampling adequacy (Kaiser and Rice 1974): squared correlations over the sum of squared
/// correlations and squared partial correlations, of all items together and of each. Kaiser calls less than .5 unacceptable.
/// </summary>
[TypeFormatterSource]
public sealed class SamplingAdequacy
{
    private SamplingAdequacy(double overall, IReadOnlyList<ItemAdequacy> items) => (Overall, Items) = (overall, items);

    /// <summary>The measure over all pairs of items.</summary>
    public double Overall { get; }

    /// <summary>The measure over the pairs of each item, in the order of the items.</summary>
    public IReadOnlyList<ItemAdequacy> Items { get; }

    /// <summary>The number of cases.</summary>
    public required int Cases { get; init; }

    internal static SamplingAdequacy Of(CompleteCases cases)
    {
        var correlation = Moments.Correlation(cases.Values);
        var inverse = MultipleCorrelation.Inverse(correlation);
        var partial = inverse.MapIndexed((i, j, value) => -value / Math.Sqrt(inverse[i, i] * inverse[j, j]));
        var (simple, left) = (SquaresOffDiagonal(correlation), SquaresOffDiagonal(partial));
        return new(
            simple.Sum() / (simple.Sum() + left.Sum()),
            [.. cases.Names.Select((name, i) => new ItemAdequacy(name, simple[i] / (simple[i] + left[i])))])
        {
            Cases = cases.Count,
        };
    }

    private static double[] SquaresOffDiagonal(Matrix<double> matrix) =>
        [.. matrix.EnumerateRows().Select((row, i) => row.DotProduct(row) - (row[i] * row[i]))];
}

/// <summary>The measure of sampling adequacy of one item.</summary>
[TypeFormatterSource]
public sealed record ItemAdequacy(string Item, double Value);

/// <summary>
/// Bartlett's (1951) test of sphericity: that the items are uncorrelated. -(n - 1 - (2 p + 5) / 6) times the logarithm of the
/// determinant of their correlations is chi-square with p (p - 1) / 2 degrees of freedom.
/// </summary>
[TypeFormatterSource]
public sealed record SphericityTest(int Cases, int Items, double Determinant, double ChiSquare, int DegreesOfFreedom, double PValue)
{
    internal static SphericityTest Of(CompleteCases cases)
    {
        int n = cases.Count, p = cases.Names.Count;
        var logarithm = LogDeterminant(Moments.Correlation(cases.Values));
        var statistic = -(n - 1 - (((2 * p) + 5) / 6.0)) * logarithm;
        var freedom = p * (p - 1) / 2;
        return new(n, p, Math.Exp(logarithm), statistic, freedom, ChiSquareDistribution.UpperTail(Math.Max(statistic, 0), freedom));
    }

    private static double LogDeterminant(Matrix<double> correlation)
    {
        MultipleCorrelation.Inverse(correlation); // says what is wrong with correlations that are singular
        return correlation.Cholesky().DeterminantLn;
    }
}

/// <summary>The verbs that ask whether items share enough for an analysis of factors.</summary>
public static class FactorabilityOfItems
{
    /// <summary>Kaiser, Meyer and Olkin's measure of a survey's items, over the cases that answered all of them; reverse-keyed items are recoded first.</summary>
    public static SamplingAdequacy Kmo(this SurveyData survey) => SamplingAdequacy.Of(CompleteCases.Of(survey, survey.Codebook.ItemNames));

    /// <summary>The measure of columns of numbers, over the rows that have all of them.</summary>
    public static SamplingAdequacy Kmo(this DataTable table, IReadOnlyList<string> items) => SamplingAdequacy.Of(CompleteCases.Of(table, items));

    /// <summary>Bartlett's test of sphericity of a survey's items, over the cases that answered all of them.</summary>
    public static SphericityTest Sphericity(this SurveyData survey) => SphericityTest.Of(CompleteCases.Of(survey, survey.Codebook.ItemNames));

    /// <summary>Bartlett's test of sphericity of columns of numbers, over the rows that have all of them.</summary>
    public static SphericityTest Sphericity(this DataTable table, IReadOnlyList<string> items) => SphericityTest.Of(CompleteCases.Of(table, items));
}
