using MathNet.Numerics.LinearAlgebra;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Universes;
using Pathwise.Psychometrics;
using Pathwise.Sem.Compiled;

namespace Pathwise.Multiverse.Runs;

/// <summary>
/// Scores in the place of the concepts of a model, from the covariances of the items: their weights, and under Croon's correction how far a score tells
/// the concept (its loading) and its error variance. One worker's.
/// </summary>
/// <remarks>
/// Regression scores of a factor by itself have the weights phi lambda' Sigma^-1 (Thurstone). Croon (2002): covariances of scores divided by the product
/// of their loadings w'lambda; variances, less w'Theta w, by their square.
/// </remarks>
internal sealed class ConceptScores
{
    private readonly MeasurementStrategy strategy;
    private readonly int[][] items;
    private readonly ConceptFactor?[] factors;

    /// <param name="strategy">How concepts are measured.</param>
    /// <param name="model">The model of scores.</param>
    /// <param name="names">The observed variables of the whole model, in the order of the covariances.</param>
    /// <param name="outcomes">The variables of the model of scores, in the order wanted.</param>
    /// <param name="covariance">The covariances of the sample, to which the fits of resamples are near.</param>
    /// <param name="count">Its number of cases.</param>
    public ConceptScores(MeasurementStrategy strategy, ScoredModel model, IReadOnlyList<string> names, IReadOnlyList<string> outcomes, Matrix<double> covariance, int count)
    {
        (this.strategy, Size, Outcomes) = (strategy, names.Count, outcomes);
        items = [.. outcomes.Select(name => Items(model, names, name))];
        factors = [.. items.Select((columns, i) => strategy is MeasurementStrategy.FactorScores or MeasurementStrategy.Croon && columns.Length > 1 ? Factor(outcomes[i], columns, covariance, count) : null)];
    }

    /// <summary>Number of variables of the whole model.</summary>
    public int Size { get; }

    /// <summary>The variables of the model of scores.</summary>
    public IReadOnlyList<string> Outcomes { get; }

    /// <summary>What the scores of a sample are made with, from its covariances; or what keeps them from being made.</summary>
    public (ConceptWeights? Weights, FitStatus? Flaw) Of(double[] covariance)
    {
        var weights = new ConceptWeights(Outcomes.Count, Size);
        for (var i = 0; i < items.Length; i++)
        {
            if (factors[i] is { } factor)
            {
                if (factor.Weigh(covariance, Size, items[i], weights, i) is { } flaw)
                    return (null, flaw);
            }
            else
            {
                foreach (var column in items[i])
                    weights.Weights[i, column] = strategy == MeasurementStrategy.Sum ? 1 : 1.0 / items[i].Length;
                weights.Errors[i] = strategy == MeasurementStrategy.SingleIndicator && items[i].Length > 1 ? ErrorVariance(covariance, items[i]) : 0;
            }
        }

        return (weights, null);
    }

    /// <summary>The covariances of the scores, corrected where the strategy says so.</summary>
    public Matrix<double> Covariance(ConceptWeights weights, Matrix<double> covariance)
    {
        var made = weights.Weights * covariance * weights.Weights.Transpose();
        if (strategy != MeasurementStrategy.Croon)
            return made;
        return made.MapIndexed((i, j, value) => (value - (i == j ? weights.Errors[i] : 0)) / (weights.Loadings[i] * weights.Loadings[j]), Zeros.Include);
    }

    private static int[] Items(ScoredModel model, IReadOnlyList<string> names, string name)
    {
        var all = names.ToList();
        var factor = model.Factors.FirstOrDefault(each => each.Factor == name || ScoredModel.Indicator(each.Factor) == name);
        return factor.Items is { } items ? [.. items.Select(item => all.IndexOf(item))] : [all.IndexOf(name)];
    }

    // (1 - alpha) times the variance of the mean.
    private double ErrorVariance(double[] covariance, int[] columns)
    {
        var block = Matrix<double>.Build.Dense(columns.Length, columns.Length, (i, j) => covariance[(columns[i] * Size) + columns[j]]);
        return (1 - (CronbachAlpha.Of(block) ?? 1)) * block.Enumerate().Sum() / (columns.Length * columns.Length);
    }

    private static ConceptFactor Factor(string name, int[] columns, Matrix<double> covariance, int count)
    {
        if (columns.Length < 3)
            throw new InputException($"{name} has fewer than three items, and no model of its own that the data determine.") { Lack = SampleLack.Size };
        return new(name, Matrix<double>.Build.Dense(columns.Length, columns.Length, (i, j) => covariance[columns[i], columns[j]]), count);
    }
}

/// <summary>What scores of a sample are made with.</summary>
internal sealed class ConceptWeights(int outcomes, int size)
{
    /// <summary>The weights of the variables, outcomes x size.</summary>
    public Matrix<double> Weights { get; } = Matrix<double>.Build.Dense(outcomes, size);

    /// <summary>How far each score tells its concept; 1 of what is no score.</summary>
    public double[] Loadings { get; } = [.. Enumerable.Repeat(1.0, outcomes)];

    /// <summary>The error variance of each score.</summary>
    public double[] Errors { get; } = new double[outcomes];
}
