using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Surveys;

namespace Pathwise.Psychometrics;

/// <summary>Signs of common method variance in the items' correlations.</summary>
public static class MethodVariance
{
    /// <summary>Harman's single factor: how much of the items' variance one component, and one common factor, would account for.</summary>
    public static SingleFactorShare SingleFactor(this SurveyData survey) =>
        Share(Moments.Correlation(CompleteCases.Of(survey, survey.Codebook.ItemNames).Values));

    /// <summary>
    /// Full-collinearity variance inflation of the scales' mean scores (Kock 2015): how well each is predicted by all the
    /// others; values above 3.3 are taken as a sign of common method variance.
    /// </summary>
    public static IReadOnlyList<VarianceInflation> FullCollinearity(this SurveyData survey)
    {
        var scores = survey.Codebook.Scales.Select(scale => scale.Name).ToArray();
        return Inflation(scores, CompleteCases.Of(survey.Scores(), scores).Values);
    }

    /// <summary>
    /// Lindell and Whitney's (2001) adjustment: the correlations of the scales' mean scores with the part that they share
    /// with a marker, <paramref name="marker"/> as a correlation that has no substantive reason, taken out.
    /// </summary>
    public static ValidityMatrix MarkerAdjusted(this SurveyData survey, double marker)
    {
        if (marker is < 0 or >= 1)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The marker's correlation is {marker}; expected at least 0 and below 1."));
        var scores = survey.Codebook.Scales.Select(scale => scale.Name).ToArray();
        var correlation = Moments.Correlation(CompleteCases.Of(survey.Scores(), scores).Values);
        var adjusted = correlation.MapIndexed((i, j, r) => i == j ? 1 : (r - marker) / (1 - marker));
        return ValidityMatrix.Of(scores, adjusted);
    }

    internal static SingleFactorShare Share(Matrix<double> correlation)
    {
        var factor = FactorExtraction.Of(correlation, 1, ExtractionMethod.MinimumResidual);
        return new SingleFactorShare(
            Eigenvalues.Of(correlation)[0] / correlation.RowCount, factor.Loadings.Column(0).DotProduct(factor.Loadings.Column(0)) / correlation.RowCount);
    }

    internal static IReadOnlyList<VarianceInflation> Inflation(IReadOnlyList<string> names, Matrix<double> values)
    {
        var inflation = MultipleCorrelation.Inverse(Moments.Correlation(values)).Diagonal();
        return names.Select((name, i) => new VarianceInflation(name, inflation[i])).ToArray();
    }
}

/// <summary>Shares of the items' variance, from 0 to 1: of the first principal component, and of the single common factor (minres).</summary>
[TypeFormatterSource]
public sealed record SingleFactorShare(double Component, double CommonFactor);

/// <summary>Variance inflation factor of a scale given all the others.</summary>
[TypeFormatterSource]
public sealed record VarianceInflation(string Scale, double Factor);
