using Pathwise.Sem.Categorical;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>Reliability of scales of ordered items, each scale taken as items of one factor.</summary>
public static class OrdinalReliabilityOfScales
{
    /// <summary>Ordinal alpha and categorical omega of each scale, over the cases that answered all of its items; reverse-keyed items are recoded first.</summary>
    /// <exception cref="InputException">An item does not vary, or has too many different answers to be ordered.</exception>
    public static IReadOnlyList<OrdinalReliability> OrdinalReliabilities(this SurveyData survey, OrdinalOptions? options = null)
    {
        var (chosen, table) = ((options ?? new()).Checked(), survey.Recode().Table);
        return [.. survey.Codebook.Scales.Select(scale => Of(table, scale.Name, scale.ItemNames, chosen))];
    }

    /// <summary>The same of columns of numbers taken as one scale, over the rows that have all of them; nothing is recoded.</summary>
    /// <exception cref="InputException">A column does not vary, or has too many different answers to be ordered.</exception>
    public static OrdinalReliability OrdinalReliability(this DataTable table, string scale, IReadOnlyList<string> items, OrdinalOptions? options = null) =>
        Of(table, scale, items, (options ?? new()).Checked());

    private static OrdinalReliability Of(DataTable table, string scale, IReadOnlyList<string> items, OrdinalOptions options)
    {
        var cases = CompleteCases.Of(table, items);
        BasisCorrelation.Require(cases, table.Source);
        var group = new OrdinalGroup("", items, cases.Values, [.. items.Select(_ => true)]);
        (string, int[])[] scales = [(scale, [.. Enumerable.Range(0, items.Count)])];
        return new OrdinalScales([group], scales, EmptyCellRule.HalfInTwoByTwo, groups => [[CommonLoadings.OfOneFactor(groups[0].Correlations)]]).Rows(options)[0];
    }
}
