using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// What the standardized direct effects of a recursive path model with uncorrelated residuals imply: the correlation of any
/// two variables, and the explained variance of each, which cannot exceed 1 (Wright, 1934). Where it does not, a correlation
/// matrix with these effects exists, since every variable keeps a residual variance.
/// </summary>
public static class ImpliedCorrelations
{
    private const string Name = "explained variance";

    /// <summary>
    /// The explained variance of each variable that has causes, in the order of causes before effects; null when the
    /// effects run in a circle. <paramref name="effects"/> are direct effects by cause and result; causes without causes of
    /// their own are uncorrelated.
    /// </summary>
    public static IReadOnlyList<(string Variable, ValueRange RSquared)>? Of(IReadOnlyList<(string From, string To, ValueRange Effect)> effects)
    {
        if (Order(effects) is not { } order)
            return null;
        var correlation = new Dictionary<(string, string), ValueRange>();
        var explained = new List<(string, ValueRange)>();
        for (var j = 0; j < order.Count; j++)
        {
            var causes = effects.Where(effect => effect.To == order[j]).ToArray();
            for (var i = 0; i < j; i++)
                correlation[(order[i], order[j])] = correlation[(order[j], order[i])] = Sum(causes.Select(cause => cause.Effect * Between(cause.From, order[i])));
            if (causes.Length > 0)
                explained.Add((order[j], Sum(causes.Select(cause => cause.Effect * Between(cause.From, order[j])))));
        }

        return explained;

        ValueRange Between(string a, string b) => a == b ? ValueRange.Of(1) : correlation[(a, b)];
    }

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) => published.Statistics
        .Where(statistic => statistic.Kind == StatisticKind.Effect && statistic.Details.GetValueOrDefault("effect") == "direct")
        .Where(statistic => statistic.Details.ContainsKey("model") && statistic.Details.ContainsKey("from") && statistic.Details.ContainsKey("to"))
        .GroupBy(statistic => statistic.Details["model"])
        .SelectMany(model => Check(published, [.. model]));

    private static IEnumerable<Finding> Check(PublishedStatistics published, ReportedStatistic[] direct)
    {
        var explained = Of([.. direct.Select(effect => (effect.Details["from"], effect.Details["to"], effect.Number!.Range))]);
        if (explained is null)
            return [Findings.Untestable(direct[0], Name, "The effects run in a circle; what they imply depends on correlated residuals.")];
        return explained.Select(pair => Check(published, direct, pair.Variable, pair.RSquared));
    }

    private static Finding Check(PublishedStatistics published, ReportedStatistic[] direct, string variable, ValueRange rSquared)
    {
        var last = direct.Last(effect => effect.Details["to"] == variable);
        var implied = $"The direct effects on {variable} imply an explained variance of {RangeText.Of(rSquared, 3)} (residuals uncorrelated)";
        var printed = published.Statistics.FirstOrDefault(statistic => statistic.Kind == StatisticKind.RSquared
            && statistic.Details.GetValueOrDefault("to") == variable && statistic.Details.GetValueOrDefault("model") == last.Details["model"]);
        return printed is null
            ? Findings.Judged(last, Name, rSquared.Lower <= 1, implied + (rSquared.Lower <= 1 ? "; a correlation matrix with these values exists." : "; no correlation matrix has these values."), RangeText.Of(rSquared, 3))
            : Findings.Compared(printed, Name, rSquared, meets => $"{implied}; printed is {printed.Printed}.");
    }

    private static ValueRange Sum(IEnumerable<ValueRange> terms) => terms.Aggregate(ValueRange.Of(0), (sum, next) => sum + next);

    private static List<string>? Order(IReadOnlyList<(string From, string To, ValueRange Effect)> effects)
    {
        var left = effects.SelectMany(effect => new[] { effect.From, effect.To }).Distinct().ToList();
        var order = new List<string>();
        while (left.Find(variable => effects.All(effect => effect.To != variable || order.Contains(effect.From))) is { } next)
        {
            order.Add(next);
            left.Remove(next);
        }

        return left.Count == 0 ? order : null;
    }
}
