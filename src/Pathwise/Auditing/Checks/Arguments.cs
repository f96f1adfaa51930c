using System.Globalization;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// Arguments that the numbers do not carry, whatever they are: judgements of the literature, each with its source. Nothing is inconsistent;
/// the conclusion is questionable.
/// </summary>
public static class Arguments
{
    private const string Name = "argument";

    /// <summary>Below so many cases a bias-corrected interval is called too narrow. The line is ours; Fritz, Taylor and MacKinnon (2012) show why small samples matter.</summary>
    public const int FewCasesForBiasCorrection = 200;

    /// <summary>Below so many cases a Gaussian copula is called doubtful (Becker, Proksch and Ringle, 2022, for models with an intercept).</summary>
    public const int FewCasesForCopula = 1000;

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) => published.Statistics
        .SelectMany(statistic => new[] { OfArgument(published, statistic), OfInterval(statistic), OfValue(statistic) })
        .OfType<Finding>();

    private static Finding? OfArgument(PublishedStatistics published, ReportedStatistic claim) => claim.Details.GetValueOrDefault("argument") switch
    {
        "full mediation" => FullMediation.Judge(published, claim),
        "one factor" => Findings.Questionable(claim, Name,
            "That several factors show up, or that the first takes less than half of the variance, does not rule out common method variance: the test misses all but extreme cases (Podsakoff, MacKenzie, Lee and Podsakoff, 2003)."),
        "reversed arrows" => Findings.Questionable(claim, Name,
            "Fit cannot decide the direction of arrows: models with arrows reversed are often equivalent, or fit as well or better although they are wrong (MacCallum, Wegener, Uchino and Fabrigar, 1993; Thoemmes, 2015)."),
        "gaussian copula" => Copula(claim),
        _ => null,
    };

    private static Finding? Copula(ReportedStatistic claim) => claim.N is >= FewCasesForCopula ? null : Findings.Questionable(claim, Name,
        Text($"A Gaussian copula needs a large sample, about {FewCasesForCopula} cases where the model has an intercept, and regressors that are clearly not normal{(claim.N is { } n ? $"; the paper has {n}" : "; how many it has is not stated")} (Becker, Proksch and Ringle, 2022)."));

    private static Finding? OfInterval(ReportedStatistic effect) => effect.Details.GetValueOrDefault("interval") == "bias-corrected" && effect.N is < FewCasesForBiasCorrection
        ? Findings.Questionable(effect, Name,
            Text($"Bias-corrected bootstrap intervals are too narrow for products of paths at N = {effect.N}: they exclude zero too often (Fritz, Taylor and MacKinnon, 2012). A percentile interval would be safer."))
        : null;

    private static Finding? OfValue(ReportedStatistic statistic) => statistic switch
    {
        { Kind: StatisticKind.Loading, Number: { } number } when number.Range.Lower > 1 || number.Range.Upper < -1 => Findings.Questionable(statistic, Name,
            $"A standardized loading of {statistic.Printed} exceeds 1: the residual variance of its item is negative, unless the item loads on other factors too (Jöreskog, 1999)."),
        { Kind: StatisticKind.Residual, Number: { } number } when number.Range.Upper < 0 => Findings.Questionable(statistic, Name,
            $"A residual variance of {statistic.Printed} is no variance: the solution is improper (Kolenikov and Bollen, 2012)."),
        _ => null,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
