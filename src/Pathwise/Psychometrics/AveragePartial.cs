using MathNet.Numerics.LinearAlgebra;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>
/// Velicer's minimum average partial: after so many principal components are taken out of the correlations, the mean of the squared
/// partial correlations that are left (Velicer 1976), and of their fourth powers (Velicer, Eaton and Fava 2000). The number
/// of components with the smallest mean is the number to keep.
/// </summary>
[TypeFormatterSource]
public sealed class AveragePartial
{
    private AveragePartial(IReadOnlyList<AveragePartialStep> steps) => Steps = steps;

    /// <summary>One row for each number of components taken out, from none to one less than there are items.</summary>
    public IReadOnlyList<AveragePartialStep> Steps { get; }

    /// <summary>The number of cases.</summary>
    public required int Cases { get; init; }

    /// <summary>The number of components by the squared correlations.</summary>
    public int CountBySquares => Steps.MinBy(step => step.Squared)!.Components;

    /// <summary>The number of components by the fourth powers.</summary>
    public int CountByFourthPowers => Steps.MinBy(step => step.FourthPower)!.Components;

    internal static AveragePartial Of(CompleteCases cases)
    {
        if (cases.Names.Count < 2)
            throw new InputException($"{cases.Names.Count} item; average partial correlations need at least two.");
        var correlation = Moments.Correlation(cases.Values);
        var loadings = PrincipalLoadings.Of(correlation);
        return new([.. Enumerable.Range(0, cases.Names.Count).Select(count => Step(correlation, loadings, count)).TakeWhile(step => step is not null)!])
        {
            Cases = cases.Count,
        };
    }

    // Null where the components leave an item nothing.
    private static AveragePartialStep? Step(Matrix<double> correlation, Matrix<double> loadings, int count)
    {
        var p = correlation.RowCount;
        var rest = count == 0 ? correlation : correlation - (loadings.SubMatrix(0, p, 0, count) * loadings.SubMatrix(0, p, 0, count).Transpose());
        if (rest.Diagonal().Minimum() < 1e-10)
            return null;
        var squares = Moments.Standardized(rest).PointwisePower(2);
        var pairs = p * (p - 1.0);
        return new(count, (squares.Enumerate().Sum() - p) / pairs, (squares.PointwisePower(2).Enumerate().Sum() - p) / pairs);
    }
}

/// <summary>The mean squared partial correlation, and the mean of the fourth powers, when so many components are taken out.</summary>
[TypeFormatterSource]
public sealed record AveragePartialStep(int Components, double Squared, double FourthPower);

/// <summary>The verb that finds the number of components by partial correlations.</summary>
public static class AveragePartialOfItems
{
    /// <summary>Average partial correlations of a survey's items, over the cases that answered all of them.</summary>
    public static AveragePartial MinimumAveragePartial(this SurveyData survey) => AveragePartial.Of(CompleteCases.Of(survey, survey.Codebook.ItemNames));

    /// <summary>Average partial correlations of columns of numbers, over the rows that have all of them.</summary>
    public static AveragePartial MinimumAveragePartial(this DataTable table, IReadOnlyList<string> items) => AveragePartial.Of(CompleteCases.Of(table, items));
}
