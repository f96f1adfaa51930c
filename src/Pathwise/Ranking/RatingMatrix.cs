using Pathwise.Surveys;

namespace Pathwise.Ranking;

/// <summary>Ratings of k topics by n raters, NaN where one is missing.</summary>
internal sealed class RatingMatrix
{
    private RatingMatrix(IReadOnlyList<Item> topics, double[][] raters)
    {
        Topics = topics;
        Raters = raters;
    }

    public IReadOnlyList<Item> Topics { get; }

    /// <summary>One row for each rater who rated anything.</summary>
    public double[][] Raters { get; }

    public int Count => Raters.Length;

    /// <summary>The raters who rated every topic.</summary>
    public RatingMatrix Complete => new(Topics, Raters.Where(rater => !rater.Any(double.IsNaN)).ToArray());

    /// <summary>These raters and those of another survey of the same topics.</summary>
    public RatingMatrix With(RatingMatrix other) => new(Topics, [.. Raters, .. other.Raters]);

    public static RatingMatrix Of(SurveyData survey, string scale)
    {
        var topics = survey.Codebook.Scale(scale).Items;
        var columns = topics.Select(topic => survey.Table.Numbers(topic.Name)).ToArray();
        var raters = Enumerable.Range(0, survey.Count)
            .Select(i => Array.ConvertAll(columns, column => column[i]))
            .Where(rater => !rater.All(double.IsNaN))
            .ToArray();
        return raters.Length > 1 && topics.Count > 1
            ? new RatingMatrix(topics, raters)
            : throw new InputException($"{survey.Table.Source}: {raters.Length} raters of {topics.Count} topics of scale '{scale}'; at least two of each are needed.");
    }

    /// <summary>The mean of each topic over those of the given raters who rated it; NaN when none did.</summary>
    public double[] Means(IReadOnlyList<int> raters)
    {
        var means = new double[Topics.Count];
        for (var j = 0; j < means.Length; j++)
        {
            double sum = 0;
            var count = 0;
            foreach (var i in raters)
            {
                var rating = Raters[i][j];
                if (double.IsNaN(rating))
                    continue;
                sum += rating;
                count++;
            }

            means[j] = sum / count;
        }

        return means;
    }

    public double[] Means() => Means(Enumerable.Range(0, Count).ToArray());
}
