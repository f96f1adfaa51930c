using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>Mean scores of scales.</summary>
public static class ScaleScores
{
    /// <summary>A table with a column for each scale: the mean of its items, reverse-keyed items recoded; missing where an item is.</summary>
    public static DataTable Scores(this SurveyData survey)
    {
        var recoded = survey.Recode();
        var scales = survey.Codebook.Scales;
        var scores = new double[survey.Count, scales.Count];
        for (var j = 0; j < scales.Count; j++)
        {
            var items = scales[j].ItemNames.Select(recoded.Table.Numbers).ToArray();
            for (var i = 0; i < survey.Count; i++)
                scores[i, j] = items.Sum(item => item[i]) / items.Length;
        }

        return DataTable.Of(scales.Select(scale => scale.Name).ToArray(), scores);
    }
}
