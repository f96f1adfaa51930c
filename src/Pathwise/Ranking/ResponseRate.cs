using Pathwise.Numerics;
using Pathwise.Surveys;

namespace Pathwise.Ranking;

/// <summary>How many of the invited answered: the share with Wilson's (1927) interval (null when nobody was invited).</summary>
[TypeFormatterSource]
public sealed record ResponseRate(string Group, int Invited, int Answered, double? Share, Interval? Interval)
{
    internal static ResponseRate Of(string group, int invited, int answered, double level)
    {
        if (invited == 0)
            return new(group, 0, 0, null, null);
        var z = NormalDistribution.Quantile((1 + level) / 2);
        double n = invited, share = answered / n;
        var centre = (share + (z * z / (2 * n))) / (1 + (z * z / n));
        var reach = z / (1 + (z * z / n)) * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n)));
        return new(group, invited, answered, share, new Interval(centre - reach, centre + reach, level));
    }
}

/// <summary>Response by groups of the invited, and Pearson's chi-square test that all groups respond alike (null when it does not exist).</summary>
[TypeFormatterSource]
public sealed record ResponseComparison(ResponseRate All, IReadOnlyList<ResponseRate> Groups, double? ChiSquare, int DegreesOfFreedom, double? PValue)
{
    /// <summary>The response of each group, in the order of the codebook.</summary>
    public IReadOnlyList<ResponseRate> Groups { get; init => field = ValueList.Of(value); } = ValueList.Of(Groups);

    internal static ResponseComparison Of(SurveyData invited, string groupColumn, string responseColumn, string answered, double level)
    {
        ConfidenceLevel.Require(level);
        RequireChoice(invited.Codebook, groupColumn);
        if (!RequireChoice(invited.Codebook, responseColumn).ContainsKey(answered))
            throw new InputException($"'{answered}' is not a value of the column '{responseColumn}'; it has: {string.Join(", ", invited.Codebook.Column(responseColumn).Values.Keys)}.");
        var groups = invited.Table.Texts(invited.Codebook.Column(groupColumn).Name);
        var replies = invited.Table.Texts(invited.Codebook.Column(responseColumn).Name);
        var rows = invited.Codebook.Column(groupColumn).Values.Keys
            .Select(value => ResponseRate.Of(
                value, groups.Count(text => text == value), Enumerable.Range(0, invited.Count).Count(i => groups[i] == value && replies[i] == answered), level))
            .ToArray();
        var all = ResponseRate.Of("all", invited.Count, replies.Count(text => text == answered), level);
        var used = rows.Where(row => row.Invited > 0).ToArray();
        var statistic = ChiSquareOf(used);
        return new ResponseComparison(
            all, rows, statistic, Math.Max(used.Length - 1, 0), statistic is { } value2 ? ChiSquareDistribution.UpperTail(value2, used.Length - 1) : null);
    }

    private static IReadOnlyDictionary<string, string> RequireChoice(Codebook codebook, string column) =>
        codebook.Column(column) is { Kind: ColumnKind.Choice, Values: var values }
            ? values
            : throw new InputException($"The column '{column}' is no choice of listed values; {codebook.Source} describes it as {codebook.Column(column).Kind.ToString().ToLowerInvariant()}.");

    private static double? ChiSquareOf(ResponseRate[] rows)
    {
        double invited = rows.Sum(row => row.Invited), answered = rows.Sum(row => row.Answered);
        var share = answered / invited;
        if (rows.Length < 2 || share is not (> 0 and < 1))
            return null;
        return rows.Sum(row => Math.Pow(row.Answered - (row.Invited * share), 2) / (row.Invited * share * (1 - share)));
    }
}
