using Pathwise.Ranking;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Plots;

/// <summary>How often each topic takes each rank when the respondents are resampled.</summary>
public static class RankDistributionsPlot
{
    /// <summary>One row for each topic, one column for each rank; a share of 0 to 1 in each cell.</summary>
    public static Figure Of(IReadOnlyList<string> topics, IReadOnlyList<IReadOnlyList<double>> shares, string title = "How certain is each rank?", string note = "The deeper the colour, the more of the resamples give the topic that rank.")
    {
        ArgumentNullException.ThrowIfNull(topics);
        ArgumentNullException.ThrowIfNull(shares);
        var ranks = shares.Count == 0 ? 0 : shares.Max(row => row.Count);
        return new()
        {
            Title = title,
            Note = note,
            AlternativeText = Words(topics, shares),
            Height = Figures.SvgFigure.HeightFor(title, note, 640, 50 + (Figures.SvgAxes.RowHeight(topics, 640) * topics.Count)),
            X = Axis.OfNames("Rank", [.. Enumerable.Range(1, ranks).Select(rank => Rounding.Text(rank, 0))]),
            Y = Axis.OfNames("", topics, firstOnTop: true),
            Marks = [new HeatMarks { Largest = Math.Max(shares.SelectMany(row => row).DefaultIfEmpty(1).Max(), 0.01), Rows = [.. shares.Select(row => (IReadOnlyList<double?>)[.. row.Select(share => share > 0 ? share : (double?)null)])] }],
        };
    }

    private static string Words(IReadOnlyList<string> topics, IReadOnlyList<IReadOnlyList<double>> shares) =>
        "Shares of resamples by rank. " + string.Join("; ", topics.Zip(shares, MostOften)) + ".";

    private static string MostOften(string topic, IReadOnlyList<double> shares)
    {
        var best = Enumerable.Range(0, shares.Count).DefaultIfEmpty(0).MaxBy(i => shares.Count == 0 ? 0 : shares[i]);
        return shares.Count == 0 ? topic : $"{topic} most often {best + 1} ({Rounding.Text(100 * shares[best], 0)} %)";
    }

    /// <summary>The ranks of a bootstrap of a ranking.</summary>
    public static Figure Draw(this RankBootstrap ranks, string title = "How certain is each rank?") =>
        Of([.. ranks.Topics.Select(topic => topic.Title.Length > 0 ? topic.Title : topic.Name)], [.. ranks.Topics.Select(topic => topic.RankShares)], title);
}
