using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Categorical;

/// <summary>
/// What a sample of p ordered and continuous variables says of the normal variables that are meant to lie behind it, estimated by two steps (Olsson 1979;
/// Muthen 1984): each variable's thresholds, or mean and variance, by itself, then each correlation with those held. One group; immutable.
/// </summary>
[TypeFormatterSource]
public sealed class CategoricalSample
{
    private readonly IReadOnlyList<Margin> margins;
    private readonly IReadOnlyList<(int First, int Second, PairLikelihood Pair)> likelihoods;
    private readonly Lazy<Matrix<double>> asymptotic;
    private readonly Lazy<IReadOnlyList<PairCorrelation>> pairs;
    private readonly Lazy<IReadOnlyList<SampleStatistic>> statistics;
    private readonly Lazy<double> smallest;

    internal CategoricalSample(IReadOnlyList<Margin> margins, int cases, CategoricalOptions options)
    {
        (this.margins, Options, Count) = (margins, options, cases);
        likelihoods = [.. Pairs(margins, options.EmptyCells)];
        Correlations = Matrix<double>.Build.DenseIdentity(margins.Count);
        foreach (var (first, second, pair) in likelihoods)
            Correlations[first, second] = Correlations[second, first] = pair.Correlation;
        asymptotic = new(() => Matrix<double>.Build.DenseOfRowMajor(StatisticCount, StatisticCount, AsymptoticCovariance.Of(margins, likelihoods, cases)));
        pairs = new(() => [.. PairRows()]);
        statistics = new(() => [.. StatisticNames().Zip(StatisticValues(), (name, value) => (name, value)).Select((each, i) => new SampleStatistic(each.name, each.value, Math.Sqrt(Asymptotic[i, i] / Count)))]);
        smallest = new(() => SymmetricEigen.Of(Correlations.AsColumnMajorArray(), margins.Count).Values[^1]);
    }

    /// <summary>The group's label; empty when there is one group.</summary>
    public string Group { get; internal init; } = "";

    /// <summary>The p variables, in order.</summary>
    public required IReadOnlyList<CategoricalVariable> Variables { get; init; }

    /// <summary>Number of cases used; of single variables and pairs there may be fewer where values are missing.</summary>
    public int Count { get; }

    /// <summary>How everything was estimated.</summary>
    public CategoricalOptions Options { get; }

    /// <summary>Where the cases stand in the data, and which were left out; null when the sample was made in memory.</summary>
    public SampleOrigin? Origin { get; internal init; }

    /// <summary>Names of the variables.</summary>
    public IReadOnlyList<string> Names => [.. Variables.Select(variable => variable.Name)];

    /// <summary>Polychoric, polyserial and Pearson correlations, p x p.</summary>
    public Matrix<double> Correlations { get; }

    /// <summary>The correlations, each with what is known of it, column by column of the lower triangle.</summary>
    public IReadOnlyList<PairCorrelation> Pairs() => pairs.Value;

    /// <summary>
    /// The statistics that models are fitted to, in lavaan's order: thresholds and means with their sign turned, variable by variable; variances of
    /// continuous variables; correlations (covariances where a variable is continuous), column by column of the lower triangle.
    /// </summary>
    public IReadOnlyList<SampleStatistic> Statistics() => statistics.Value;

    /// <summary>N times the asymptotic covariance of the <see cref="Statistics"/>, q x q (lavaan's NACOV, or gamma). Computed once, when first asked for.</summary>
    public Matrix<double> Asymptotic => asymptotic.Value;

    /// <summary>The weights of diagonally weighted least squares: one over the diagonal of <see cref="Asymptotic"/>.</summary>
    public IReadOnlyList<double> DiagonalWeights() => [.. Asymptotic.Diagonal().Select(variance => 1 / variance)];

    /// <summary>
    /// The weights of full weighted least squares, the inverse of <see cref="Asymptotic"/>, q x q; null where it has none, as with more
    /// statistics than cases.
    /// </summary>
    public Matrix<double>? FullWeights()
    {
        var (q, factor) = (StatisticCount, Asymptotic.ToRowMajorArray());
        if (q >= Count || !Cholesky.TryFactor(factor, q))
            return null;
        var (inverse, scratch) = (new double[q * q], new double[q * q]);
        Cholesky.Invert(factor, q, inverse, scratch);
        return Matrix<double>.Build.DenseOfRowMajor(q, q, inverse);
    }

    /// <summary>The smallest eigenvalue of the correlations.</summary>
    public double SmallestEigenvalue => smallest.Value;

    /// <summary>Whether the correlations could be those of any variables: estimated pair by pair they need not be.</summary>
    public bool IsPositiveDefinite => SmallestEigenvalue > 1e-10;

    /// <summary>How many tables of two ordered variables there are.</summary>
    public int Tables => likelihoods.Count(each => each.Pair.Kind == CorrelationKind.Polychoric);

    /// <summary>How many of them have an empty cell.</summary>
    public int SparseTables => likelihoods.Count(each => each.Pair.EmptyCells > 0);

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<CategoricalWarning> Warnings => [.. CategoricalWarnings.Of(this)];

    /// <summary>Variables with the categories that only other groups chose.</summary>
    internal IReadOnlyList<string> ChosenElsewhere { get; init; } = [];

    internal int StatisticCount => margins.Sum(margin => margin is OrderedMargin ? margin.Parameters : 2) + likelihoods.Count;

    internal IEnumerable<(string First, string Second, PairLikelihood Pair)> Likelihoods =>
        likelihoods.Select(each => (margins[each.First].Name, margins[each.Second].Name, each.Pair));

    private static IEnumerable<(int First, int Second, PairLikelihood Pair)> Pairs(IReadOnlyList<Margin> margins, EmptyCellRule rule)
    {
        for (var first = 0; first < margins.Count; first++)
        {
            for (var second = first + 1; second < margins.Count; second++)
                yield return (first, second, PairLikelihood.Of(margins[first], margins[second], rule));
        }
    }

    private IEnumerable<PairCorrelation> PairRows()
    {
        // The standard error of a correlation itself, not of the covariance that is among the statistics.
        var row = new double[Count];
        foreach (var (first, second, pair) in likelihoods)
        {
            pair.WriteInfluence(row);
            double? error = pair.Outcome == CorrelationOutcome.AtBound ? null : Math.Sqrt(VectorKernels.Dot(row, row));
            yield return new(margins[first].Name, margins[second].Name, pair.Kind, pair.Correlation, error, pair.Cases, pair.TableCells, pair.EmptyCells, pair.Outcome);
        }
    }

    private IEnumerable<string> StatisticNames() =>
    [
        .. margins.SelectMany(margin => margin is OrderedMargin ? Enumerable.Range(1, margin.Parameters).Select(t => $"{margin.Name}|t{t}") : [$"{margin.Name}~1"]),
        .. margins.Where(margin => margin is ContinuousMargin).Select(margin => $"{margin.Name}~~{margin.Name}"),
        .. likelihoods.Select(each => $"{margins[each.First].Name}~~{margins[each.Second].Name}"),
    ];

    private IEnumerable<double> StatisticValues() =>
    [
        .. margins.SelectMany(margin => margin is OrderedMargin ordered ? ordered.Thresholds : [-((ContinuousMargin)margin).Mean]),
        .. margins.OfType<ContinuousMargin>().Select(margin => margin.Variance),
        .. likelihoods.Select(each => each.Pair.Correlation * AsymptoticCovariance.Deviation(margins[each.First]) * AsymptoticCovariance.Deviation(margins[each.Second])),
    ];
}
