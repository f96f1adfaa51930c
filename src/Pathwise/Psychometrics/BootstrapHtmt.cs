using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Surveys;

namespace Pathwise.Psychometrics;

/// <summary>Bootstrap intervals of the heterotrait-monotrait ratio.</summary>
public static class BootstrapHtmt
{
    /// <summary>
    /// Percentile intervals of the ratio of every pair of scales, from <paramref name="replicates"/> resamples of the cases; the
    /// same seed gives the same intervals. Two scales are told apart when the interval excludes one.
    /// </summary>
    public static IReadOnlyList<HtmtInterval> HtmtIntervals(
        this SurveyData survey,
        int replicates,
        long seed,
        HtmtKind kind = HtmtKind.Arithmetic,
        double level = 0.95,
        CorrelationBasis basis = CorrelationBasis.Answers)
    {
        ConfidenceLevel.Require(level);
        if (replicates < 2)
            throw new InputException($"{replicates} bootstrap samples; expected at least 2.");
        var cases = CompleteCases.Of(survey, survey.Codebook.ItemNames);
        if (basis == CorrelationBasis.Responses)
            BasisCorrelation.Require(cases, survey.Table.Source);
        return Of(cases.Values, DiscriminantValidity.Names(survey), DiscriminantValidity.Positions(survey), kind, replicates, seed, level, basis);
    }

    internal static IReadOnlyList<HtmtInterval> Of(
        Matrix<double> values,
        IReadOnlyList<string> names,
        IReadOnlyList<IReadOnlyList<int>> scales,
        HtmtKind kind,
        int replicates,
        long seed,
        double level,
        CorrelationBasis basis = CorrelationBasis.Answers)
    {
        var estimate = Htmt.Of(BasisCorrelation.Of(values, basis), scales, kind);
        var drawn = Pieces.Map(replicates, r => Htmt.Of(BasisCorrelation.Of(Moments.Rows(values, Resample.Positions(values.RowCount, seed, r)), basis), scales, kind));
        return Enumerable.Range(0, names.Count)
            .SelectMany(j => Enumerable.Range(0, j).Select(i => Row(names, estimate, drawn, i, j, level)))
            .ToArray();
    }

    private static HtmtInterval Row(IReadOnlyList<string> names, Matrix<double> estimate, Matrix<double>[] drawn, int i, int j, double level)
    {
        var ratios = drawn.Select(matrix => matrix[i, j]).Where(double.IsFinite).Order().ToArray();
        var tail = (1 - level) / 2;
        return new HtmtInterval(
            names[i],
            names[j],
            double.IsFinite(estimate[i, j]) ? estimate[i, j] : null,
            ratios.Length > 1 ? new Interval(Quantiles.Type7(ratios, tail), Quantiles.Type7(ratios, 1 - tail), level) : null,
            ratios.Length);
    }
}

/// <summary>The ratio of two scales with its bootstrap interval, and the number of resamples in which it was defined.</summary>
[TypeFormatterSource]
public sealed record HtmtInterval(string First, string Second, double? Ratio, Interval? Interval, int Replicates)
{
    /// <summary>Whether the interval lies below one, as it must for scales that measure different things; null without an interval.</summary>
    public bool? IsBelowOne => Interval is { } interval ? interval.Upper < 1 : null;
}
