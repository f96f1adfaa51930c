using MathNet.Numerics.LinearAlgebra;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>
/// A principal component analysis of the correlations of p items (Hotelling 1933): m components, turned or not, in the order of the
/// variance that they account for.
/// </summary>
[TypeFormatterSource]
public sealed class ComponentAnalysis
{
    private ComponentAnalysis()
    {
    }

    /// <summary>The items, in the order of the rows.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>The number of cases.</summary>
    public required int Cases { get; init; }

    /// <summary>How the components were turned.</summary>
    public required Rotation Rotation { get; init; }

    /// <summary>All p eigenvalues, in descending order; they sum to p.</summary>
    public required IReadOnlyList<double> Eigenvalues { get; init; }

    /// <summary>Pattern loadings, p x m.</summary>
    public required Matrix<double> Loadings { get; init; }

    /// <summary>Correlations of the components, m x m.</summary>
    public required Matrix<double> ComponentCorrelations { get; init; }

    /// <summary>The share of each item's variance that the components account for.</summary>
    public required IReadOnlyList<double> Communalities { get; init; }

    /// <summary>The share of all variance that the components account for together.</summary>
    public double ExplainedShare => Eigenvalues.Take(Loadings.ColumnCount).Sum() / Items.Count;

    internal static ComponentAnalysis Of(CompleteCases cases, int count, Rotation rotation)
    {
        if (count < 1 || count > cases.Names.Count)
            throw new InputException($"{count} components of {cases.Names.Count} items; expected at least one and no more than there are items.");
        var correlation = Moments.Correlation(cases.Values);
        var loadings = PrincipalLoadings.Of(correlation, count);
        var rotated = FactorRotation.Of(loadings, rotation).Ordered();
        return new ComponentAnalysis
        {
            Items = cases.Names,
            Cases = cases.Count,
            Rotation = rotation,
            Eigenvalues = Psychometrics.Eigenvalues.Of(correlation),
            Loadings = rotated.Loadings,
            ComponentCorrelations = rotated.Correlations,
            Communalities = [.. loadings.EnumerateRows().Select(row => row.DotProduct(row))],
        };
    }
}

/// <summary>The verb that summarizes items by components.</summary>
public static class ComponentsOfItems
{
    /// <summary>Principal components of a survey's items, over the cases that answered all of them; reverse-keyed items are recoded first.</summary>
    public static ComponentAnalysis Components(this SurveyData survey, int count, Rotation rotation = Rotation.None) =>
        ComponentAnalysis.Of(CompleteCases.Of(survey, survey.Codebook.ItemNames), count, rotation);

    /// <summary>Principal components of columns of numbers, over the rows that have all of them.</summary>
    public static ComponentAnalysis Components(this DataTable table, IReadOnlyList<string> items, int count, Rotation rotation = Rotation.None) =>
        ComponentAnalysis.Of(CompleteCases.Of(table, items), count, rotation);
}
