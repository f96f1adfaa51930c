using MathNet.Numerics.LinearAlgebra;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>
/// McDonald's (1999) omega of all items, from exploratory factors turned into a general factor and group factors (Schmid and
/// Leiman 1957): the share of the general factor, and of everything shared, in the variance of the sum of the standardized items.
/// </summary>
[TypeFormatterSource]
public sealed record HierarchicalOmega(double Hierarchical, double Total, int GroupFactors)
{
    internal static HierarchicalOmega Of(Matrix<double> correlation, int factors)
    {
        if (factors < 3)
            throw new InputException($"{factors} group factors; a general factor can be told from them when there are at least 3.");
        var extraction = FactorExtraction.Of(correlation, factors, ExtractionMethod.MinimumResidual);
        var group = FactorRotation.Of(extraction.Loadings, Rotation.Oblimin).Ordered();
        var second = FactorExtraction.Of(group.Correlations, 1, ExtractionMethod.MinimumResidual);
        var general = (group.Loadings * second.Loadings.Column(0)).Sum();
        var total = correlation.Enumerate().Sum();
        return new HierarchicalOmega(general * general / total, 1 - (extraction.Uniquenesses.Sum() / total), factors);
    }
}

/// <summary>The verb for omega of all items.</summary>
public static class OmegaOfItems
{
    /// <summary>Omega of all items of a survey with a general factor and so many group factors, over the cases that answered all items.</summary>
    public static HierarchicalOmega Omega(this SurveyData survey, int groupFactors = 3) =>
        HierarchicalOmega.Of(Moments.Correlation(CompleteCases.Of(survey, survey.Codebook.ItemNames).Values), groupFactors);

    /// <summary>Omega of columns of numbers, over the rows that have all of them; nothing is recoded.</summary>
    public static HierarchicalOmega Omega(this DataTable table, IReadOnlyList<string> items, int groupFactors = 3) =>
        HierarchicalOmega.Of(Moments.Correlation(CompleteCases.Of(table, items).Values), groupFactors);
}
