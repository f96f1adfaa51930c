using System.Globalization;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>What a reader must know of the variables that went into a fit, whatever came out.</summary>
internal static class SampleWarnings
{
    // Of the sixteen digits of a number, those that a mean of 1e8 standard deviations leaves to the deviations are eight.
    private const double LargestMean = 1e8;

    /// <summary>All of them.</summary>
    public static IEnumerable<FitWarning> Of(FitResult fit) => [.. DigitsLost(fit), .. OrderedCovariates(fit.Table), .. FewCases(fit), .. MadeRandom(fit.Table)];

    private static IEnumerable<FitWarning> DigitsLost(FitResult fit)
    {
        var lost = fit.Sample.SelectMany(sample => sample.Names.Select((name, i) => (name, Ratio: Ratio(sample, i))))
            .Where(each => each.Ratio > LargestMean).GroupBy(each => each.name, each => each.Ratio).ToArray();
        if (lost.Length == 0)
            yield break;
        var names = string.Join(", ", lost.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key} ({each.Max():0.#E+0})")));
        yield return new(
            "digits-lost",
            $"The mean is large beside the standard deviation, by this factor: {names}. A number holds sixteen digits, so what varies has lost as many as the factor has; subtract a constant from such a variable where it is measured.");
    }

    private static IEnumerable<FitWarning> OrderedCovariates(ParameterTable table)
    {
        string[] names = [.. table.ExogenousVariables.Where(table.Options.Ordered.Contains)];
        if (names.Length > 0 && table.OrderedVariables.Count > 0)
            yield return new("exogenous-ordered", $"{string.Join(", ", names)} only {(names.Length == 1 ? "predicts and is taken as a number" : "predict and are taken as numbers")}, although declared ordered: nothing is assumed of the distribution of a covariate.");
    }

    // Of continuous variables; of ordered ones the statistics say so themselves.
    private static IEnumerable<FitWarning> FewCases(FitResult fit)
    {
        if (!fit.Method.NeedsCases || fit.Method.Responses is null || fit.Structure.Responses is not null)
            yield break;
        foreach (var sample in fit.Sample)
        {
            if (sample.FourthOrder(fit.Table.HasMeanStructure) is { } moments && moments.Size >= sample.Count)
            {
                yield return new("more-statistics-than-cases", string.Create(
                    CultureInfo.InvariantCulture,
                    $"{SampleMoments.Where(sample.Group)} has {sample.Count} cases and {moments.Size} moments; the asymptotic covariance of the moments, on which weights, standard errors and test rest, is singular and badly known."));
            }
        }
    }

    private static double Ratio(SampleMoments sample, int variable) =>
        sample.Means is { } means ? Math.Abs(means[variable]) / Math.Sqrt(sample.Covariance[variable, variable]) : 0;

    // A variable that only predicts is held at the sample's moments, with all its covariances; named in ~~ or ~1 it is modelled, and then
    // only the covariances that the syntax names are there (as lavaan has it).
    private static IEnumerable<FitWarning> MadeRandom(ParameterTable table)
    {
        var rows = table.Rows.Where(row => row.Group == 1).ToArray();
        var outcomes = rows.Where(row => row.Operator is Operator.Regression).Select(row => row.Lhs)
            .Concat(rows.Where(row => row.Operator is Operator.Loading).Select(row => row.Rhs)).ToHashSet();
        var predictors = rows.Where(row => row.Operator is Operator.Regression).Select(row => row.Rhs).ToHashSet();
        string[] exogenous = [.. table.ObservedVariables.Where(name => predictors.Contains(name) && !outcomes.Contains(name))];
        string[] random = [.. exogenous.Except(table.ExogenousVariables)];
        var pairs = from i in Enumerable.Range(0, exogenous.Length)
                    from j in Enumerable.Range(i + 1, exogenous.Length - i - 1)
                    let pair = (First: exogenous[i], Second: exogenous[j])
                    where (random.Contains(pair.First) || random.Contains(pair.Second)) && !rows.Any(row => IsCovariance(row, pair.First, pair.Second))
                    select $"{pair.First} ~~ {pair.Second}";
        var missing = pairs.ToArray();
        if (missing.Length > 0)
        {
            yield return new(
                "exogenous-random",
                $"A line of the model names moments of {string.Join(", ", random)}, so {(random.Length == 1 ? "it is" : "they are")} modelled instead of held at the sample's moments, and these covariances, which nobody wrote, are zero: {string.Join(", ", missing)}. Add them, or leave that line out.");
        }
    }

    private static bool IsCovariance(Parameter row, string first, string second) =>
        row.Operator == Operator.Covariance && ((row.Lhs == first && row.Rhs == second) || (row.Lhs == second && row.Rhs == first));
}
