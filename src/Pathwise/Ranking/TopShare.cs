namespace Pathwise.Ranking;

/// <summary>
/// How many raters place a topic among their own top: the share of those who rated it. Topics that a rater rates alike share
/// the places that are left; <see cref="Highest"/> counts every topic that could be among the top.
/// </summary>
[TypeFormatterSource]
public sealed record TopShare(string Name, string Title, int Raters, double Share, double Highest)
{
    internal static IReadOnlyList<TopShare> Of(RatingMatrix ratings, int top) => top < 1 || top > ratings.Topics.Count
        ? throw new InputException($"The top {top} of {ratings.Topics.Count} topics; expected at least 1 and no more than there are.")
        : ratings.Topics
        .Select((topic, j) => Of(topic.Name, topic.Title, ratings.Raters.Where(rater => !double.IsNaN(rater[j])).Select(rater => Place(rater, j, top)).ToArray()))
        .OrderByDescending(row => row.Share)
        .ToArray();

    private static TopShare Of(string name, string title, double[] places) => new(
        name, title, places.Length, places.Length > 0 ? places.Average() : 0, places.Length > 0 ? places.Count(place => place > 0) / (double)places.Length : 0);

    // The chance of a place among the top when ties are broken at random.
    private static double Place(double[] rater, int topic, int top)
    {
        var above = rater.Count(rating => rating > rater[topic]);
        var alike = rater.Count(rating => rating == rater[topic]);
        return Math.Clamp((top - above) / (double)alike, 0, 1);
    }
}
