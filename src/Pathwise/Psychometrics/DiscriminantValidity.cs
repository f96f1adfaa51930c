using Pathwise.Surveys;

namespace Pathwise.Psychometrics;

/// <summary>Whether a survey's scales measure different things, from the items' correlations. Reverse-keyed items are recoded first.</summary>
public static class DiscriminantValidity
{
    /// <summary>The heterotrait-monotrait ratio of every pair of scales, over the cases that answered all items; null with a scale of one item.</summary>
    public static ValidityMatrix Htmt(this SurveyData survey, HtmtKind kind = HtmtKind.Arithmetic, CorrelationBasis basis = CorrelationBasis.Answers)
    {
        var cases = CompleteCases.Of(survey, survey.Codebook.ItemNames);
        return ValidityMatrix.Of(Names(survey), Psychometrics.Htmt.Of(BasisCorrelation.Of(cases, basis, survey.Table.Source), Positions(survey), kind));
    }

    /// <summary>The correlations of all items, over the cases that answered all of them.</summary>
    public static ValidityMatrix ItemCorrelations(this SurveyData survey, CorrelationBasis basis = CorrelationBasis.Answers)
    {
        var items = survey.Codebook.ItemNames;
        return ValidityMatrix.Of(items, BasisCorrelation.Of(CompleteCases.Of(survey, items), basis, survey.Table.Source));
    }

    /// <summary>The positions of each scale's items among all items.</summary>
    internal static IReadOnlyList<IReadOnlyList<int>> Positions(SurveyData survey)
    {
        var first = 0;
        var positions = new List<IReadOnlyList<int>>();
        foreach (var scale in survey.Codebook.Scales)
        {
            positions.Add(Enumerable.Range(first, scale.Items.Count).ToArray());
            first += scale.Items.Count;
        }

        return positions;
    }

    internal static string[] Names(SurveyData survey) => survey.Codebook.Scales.Select(scale => scale.Name).ToArray();
}
