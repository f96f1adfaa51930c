using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>
/// An exploratory factor analysis of p items by m factors: pattern loadings, the factors' correlations, what each item keeps for itself,
/// and whether the search for it ended. Factors come in the order of the variance they account for.
/// </summary>
[TypeFormatterSource]
public sealed class FactorAnalysis
{
    private FactorAnalysis()
    {
    }

    /// <summary>The items, in the order of the rows.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>The number of cases.</summary>
    public required int Cases { get; init; }

    /// <summary>How the factors were found.</summary>
    public required ExtractionMethod Method { get; init; }

    /// <summary>How they were turned.</summary>
    public required Rotation Rotation { get; init; }

    /// <summary>What the correlations were of.</summary>
    public required CorrelationBasis Basis { get; init; }

    /// <summary>Pattern loadings, p x m.</summary>
    public required Matrix<double> Loadings { get; init; }

    /// <summary>Correlations of the factors, m x m.</summary>
    public required Matrix<double> FactorCorrelations { get; init; }

    /// <summary>The share of each item's variance that the factors leave.</summary>
    public required IReadOnlyList<double> Uniquenesses { get; init; }

    /// <summary>Bartlett's (1950) corrected chi-square of the fit by maximum likelihood to correlations of answers; null otherwise or without degrees of freedom.</summary>
    public required double? ChiSquare { get; init; }

    /// <summary>Degrees of freedom: ((p - m)^2 - p - m) / 2.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>The p value of the chi-square.</summary>
    public double? PValue => ChiSquare is { } value ? ChiSquareDistribution.UpperTail(value, DegreesOfFreedom) : null;

    /// <summary>Whether the search ended at a minimum.</summary>
    public required bool HasConverged { get; init; }

    /// <summary>Whether some uniqueness was held at its lowest value, 0.005 (a Heywood case).</summary>
    public required bool HasHeywoodCase { get; init; }

    internal static FactorAnalysis Of(CompleteCases cases, string source, int factors, ExtractionMethod method, Rotation rotation, CorrelationBasis basis)
    {
        var (items, count) = (cases.Names, cases.Count);
        var freedom = DegreesOfFreedomOf(items.Count, factors);
        if (factors < 1 || freedom < 0)
            throw new InputException($"{factors} factors of {items.Count} items; expected at least one, and no more than the correlations can tell apart.");
        var extraction = FactorExtraction.Of(BasisCorrelation.Of(cases, basis, source), factors, method);
        var rotated = FactorRotation.Of(extraction.Loadings, rotation).Ordered();
        return new FactorAnalysis
        {
            Items = items.ToArray(),
            Cases = count,
            Method = method,
            Rotation = rotation,
            Basis = basis,
            Loadings = rotated.Loadings,
            FactorCorrelations = rotated.Correlations,
            Uniquenesses = extraction.Uniquenesses,
            ChiSquare = basis == CorrelationBasis.Answers ? Statistic(extraction, count, items.Count, factors, freedom, method) : null,
            DegreesOfFreedom = freedom,
            HasConverged = extraction.HasConverged,
            HasHeywoodCase = extraction.HasHeywoodCase,
        };
    }

    private static int DegreesOfFreedomOf(int p, int m) => (((p - m) * (p - m)) - p - m) / 2;

    private static double? Statistic(FactorExtraction extraction, int n, int p, int m, int freedom, ExtractionMethod method) =>
        method == ExtractionMethod.MaximumLikelihood && freedom > 0
            ? (n - 1 - (((2 * p) + 5) / 6.0) - (2 * m / 3.0)) * extraction.Discrepancy
            : null;
}

/// <summary>The verb that explores which factors lie behind the items.</summary>
public static class FactorExploration
{
    /// <summary>Factors of a survey's items, over the cases that answered all of them; reverse-keyed items are recoded first.</summary>
    public static FactorAnalysis Factors(
        this SurveyData survey,
        int count,
        ExtractionMethod method = ExtractionMethod.MaximumLikelihood,
        Rotation rotation = Rotation.Oblimin,
        CorrelationBasis basis = CorrelationBasis.Answers) =>
        FactorAnalysis.Of(CompleteCases.Of(survey, survey.Codebook.ItemNames), survey.Table.Source, count, method, rotation, basis);

    /// <summary>Factors of columns of numbers, over the rows that have all of them; nothing is recoded.</summary>
    public static FactorAnalysis Factors(
        this DataTable table,
        IReadOnlyList<string> items,
        int count,
        ExtractionMethod method = ExtractionMethod.MaximumLikelihood,
        Rotation rotation = Rotation.Oblimin,
        CorrelationBasis basis = CorrelationBasis.Answers) => FactorAnalysis.Of(CompleteCases.Of(table, items), table.Source, count, method, rotation, basis);

    /// <summary>
    /// Parallel analysis of columns of numbers, over the rows that have all of them. Correlations of responses are compared with those of shuffled answers
    /// alone.
    /// </summary>
    public static ParallelAnalysis ParallelAnalysis(
        this DataTable table,
        IReadOnlyList<string> items,
        int replicates,
        long seed,
        ParallelKind kind = ParallelKind.Normal,
        ParallelModel model = ParallelModel.Components,
        CorrelationBasis basis = CorrelationBasis.Answers) =>
        Psychometrics.ParallelAnalysis.Of(CompleteCases.Of(table, items), table.Source, replicates, seed, kind, model, basis);

    /// <summary>Parallel analysis of a survey's items, over the cases that answered all of them.</summary>
    public static ParallelAnalysis ParallelAnalysis(
        this SurveyData survey,
        int replicates,
        long seed,
        ParallelKind kind = ParallelKind.Normal,
        ParallelModel model = ParallelModel.Components,
        CorrelationBasis basis = CorrelationBasis.Answers) =>
        Psychometrics.ParallelAnalysis.Of(CompleteCases.Of(survey, survey.Codebook.ItemNames), survey.Table.Source, replicates, seed, kind, model, basis);
}
