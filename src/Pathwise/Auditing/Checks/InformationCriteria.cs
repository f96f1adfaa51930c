using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// AIC (Akaike, 1974) and BIC (Schwarz, 1978). Programs start from minus twice the log-likelihood or from chi-square, and
/// count parameters or degrees of freedom; the difference BIC - AIC depends on none of that but the count and N.
/// </summary>
public static class InformationCriteria
{
    private const string Name = "information criteria";

    /// <summary>BIC - AIC for q free parameters and N cases: q (ln N - 2).</summary>
    public static double Difference(int parameters, int cases) => parameters * (Math.Log(cases) - 2);

    /// <summary>AIC from chi-square: with parameters (chi2 + 2q) or with degrees of freedom (chi2 - 2 df).</summary>
    public static (ValueRange ByParameters, ValueRange ByDegreesOfFreedom) AicFromChiSquare(ValueRange chiSquare, int parameters, double df) =>
        (chiSquare + ValueRange.Of(2.0 * parameters), chiSquare - ValueRange.Of(2 * df));

    internal static IEnumerable<Finding> Apply(PublishedStatistics published)
    {
        foreach (var statistic in published.Statistics)
        {
            if (statistic.Kind == StatisticKind.Bic)
                yield return CheckBic(published, statistic);
            else if (statistic.Kind == StatisticKind.Aic)
                yield return CheckAic(published, statistic);
        }
    }

    private static Finding CheckBic(PublishedStatistics published, ReportedStatistic bic)
    {
        if (published.Linked(bic, "aic") is not { } aic || bic.N is not { } cases || Model.Of(published, bic) is not { } model)
            return Findings.Untestable(bic, Name, "BIC follows from AIC, N and the number of free parameters; not all are given.");
        var byParameters = aic.Number!.Range + ValueRange.Of(Difference(model.Parameters, cases));
        var byDf = aic.Number.Range - ValueRange.Of(Difference((int)model.Df, cases));
        var withMeans = aic.Number.Range + ValueRange.Of(Difference(model.Parameters + model.Means, cases));
        var expected = bic.Number!.Range.Meets(byDf) ? byDf : bic.Number.Range.Meets(withMeans) ? withMeans : byParameters;
        var counted = expected == withMeans ? $"{model.Parameters} free parameters and {model.Means} means" : $"{model.Parameters} free parameters";
        return Findings.Compared(bic, Name, expected, meets =>
            $"AIC {aic.Printed} with {counted} at N = {cases} gives BIC {RangeText.Of(expected, bic.Number.Decimals + 1)}; printed is {bic.Printed}.");
    }

    private static Finding CheckAic(PublishedStatistics published, ReportedStatistic aic)
    {
        if (published.Linked(aic, "chi-square") is not { } chiSquare || Model.Of(published, aic) is not { } model)
            return Findings.Untestable(aic, Name, "AIC follows from chi-square (in some programs) and the number of free parameters; not all are given.");
        var (byParameters, byDf) = AicFromChiSquare(chiSquare.Number!.Range, model.Parameters, model.Df);
        var expected = aic.Number!.Range.Meets(byDf) ? byDf : byParameters;
        var finding = Findings.Compared(aic, Name, expected, meets =>
            $"Chi-square {chiSquare.Printed} with {model.Parameters} free parameters gives AIC {RangeText.Of(expected, aic.Number.Decimals + 1)}; printed is {aic.Printed}.");
        return finding.Status == FindingStatus.Consistent
            ? finding
            : Findings.Untestable(aic, Name, finding.Message + " It may start from the log-likelihood, which is not printed.");
    }

    private sealed record Model(int Parameters, int Means, double Df)
    {
        public static Model? Of(PublishedStatistics published, ReportedStatistic statistic)
        {
            var chiSquare = published.Linked(statistic, "chi-square");
            return chiSquare is { DegreesOfFreedom: [var df] } && Facts.Whole(statistic, "variables") is { } variables
                ? new Model(ModelDegreesOfFreedom.ImpliedParameters(variables, (int)df, Facts.Groups(statistic, chiSquare)), variables * Facts.Groups(statistic, chiSquare), df)
                : null;
        }
    }
}
