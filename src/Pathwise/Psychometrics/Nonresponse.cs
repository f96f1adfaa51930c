using System.Globalization;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>
/// Whether early and late respondents differ. Late respondents are taken as the nearest thing to those who never
/// answered (Armstrong and Overton 1977).
/// </summary>
public static class Nonresponse
{
    /// <summary>
    /// Compares the scales' mean scores of the earliest and the latest share of the cases, in the order of a column of times (or numbers);
    /// cases without a time take no part.
    /// </summary>
    public static IReadOnlyList<GroupComparison> EarlyAgainstLate(this SurveyData survey, string timeColumn, double share = 1.0 / 3)
    {
        if (share is <= 0 or > 0.5)
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture, $"The share of early and of late respondents is {share}; expected above 0 and at most 0.5."));
        var column = survey.Codebook.Column(timeColumn);
        if (column.Kind is not (ColumnKind.Time or ColumnKind.Number))
            throw new InputException($"The column '{timeColumn}' holds neither times nor numbers, so it has no order; {survey.Codebook.Source} describes it as {column.Kind.ToString().ToLowerInvariant()}.");
        var times = survey.Table.Texts(timeColumn);
        var order = Enumerable.Range(0, survey.Count).Where(i => times[i] is not null).OrderBy(i => Moment(column.Kind, times[i]!)).ToArray();
        var count = (int)(order.Length * share);
        return survey.Cases(order[..count]).CompareWith(survey.Cases(order[^count..]));
    }

    private static double Moment(ColumnKind kind, string text) => kind == ColumnKind.Time ? CellCheck.Time(text).Ticks : Number.Parse(text);

    /// <summary>Compares the scales' mean scores of two groups of cases.</summary>
    public static IReadOnlyList<GroupComparison> CompareWith(this SurveyData first, SurveyData second)
    {
        DataTable one = first.Scores(), other = second.Scores();
        var rows = one.Names.Select(name => GroupComparison.Of(name, Given(one, name), Given(other, name))).ToArray();
        var corrected = HolmCorrection.Of(rows.Select(row => row.PValue).ToArray());
        return rows.Select((row, i) => row with { HolmP = corrected[i] }).ToArray();
    }

    private static double[] Given(DataTable table, string name) => table.Numbers(name).Where(score => !double.IsNaN(score)).ToArray();
}
