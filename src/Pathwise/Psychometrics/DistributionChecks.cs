using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>Normality of the items together, and cases far from the rest. Over the cases that answered all items.</summary>
public static class DistributionChecks
{
    /// <summary>Mardia's tests of multivariate skewness and kurtosis, of all items.</summary>
    public static MardiaTest Mardia(this SurveyData survey) =>
        MardiaTest.Of(CompleteCases.Of(survey, survey.Codebook.ItemNames).Values);

    /// <summary>Mardia's tests of columns of numbers, over the rows that have all of them.</summary>
    public static MardiaTest Mardia(this DataTable table, IReadOnlyList<string> items) => MardiaTest.Of(CompleteCases.Of(table, items).Values);

    /// <summary>The squared Mahalanobis distance of every case from the mean, farthest first, with its chi-square p.</summary>
    public static IReadOnlyList<CaseDistance> Distances(this SurveyData survey)
    {
        var items = survey.Codebook.ItemNames;
        var complete = Enumerable.Range(0, survey.Count)
            .Where(i => items.All(item => !double.IsNaN(survey.Table.Numbers(item)[i])))
            .ToArray();
        var squared = Mahalanobis(CompleteCases.Of(survey, items).Values);
        return complete
            .Select((position, i) => new CaseDistance(
                survey.Table.Lines[position], survey.Identifier(position), squared[i], ChiSquareDistribution.UpperTail(squared[i], items.Count)))
            .OrderByDescending(row => row.SquaredDistance)
            .ToArray();
    }

    internal static double[] Mahalanobis(Matrix<double> values)
    {
        var centred = Moments.Centred(values);
        var inverse = MultipleCorrelation.Inverse(Moments.Covariance(values));
        return centred.EnumerateRows().Select(row => row * inverse * row).ToArray();
    }
}

/// <summary>How far one case lies from the mean: its line in the file, identifier, squared distance, and p as chi-square with one degree of freedom for each item.</summary>
[TypeFormatterSource]
public sealed record CaseDistance(int Line, string? Identifier, double SquaredDistance, double PValue);
