using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>Eigenvalues of item correlations: how the items' variance is shared among uncorrelated components.</summary>
public static class Eigenvalues
{
    /// <summary>
    /// Eigenvalues of the correlations of all items, in descending order; they sum to the number of items. Over the cases that
    /// answered all items.
    /// </summary>
    public static IReadOnlyList<double> ItemEigenvalues(this SurveyData survey) =>
        Of(Moments.Correlation(CompleteCases.Of(survey, survey.Codebook.ItemNames).Values));

    /// <summary>Eigenvalues of the correlations of columns of numbers, over the rows that have all of them.</summary>
    public static IReadOnlyList<double> ItemEigenvalues(this DataTable table, IReadOnlyList<string> items) =>
        Of(Moments.Correlation(CompleteCases.Of(table, items).Values));

    internal static double[] Of(Matrix<double> symmetric) => SymmetricEigen.Of(symmetric.ToRowMajorArray(), symmetric.RowCount).Values;
}
