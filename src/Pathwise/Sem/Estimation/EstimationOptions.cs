using Pathwise.Sem.Categorical;

namespace Pathwise.Sem.Estimation;

/// <summary>How a model is estimated; the defaults are lavaan's.</summary>
[TypeFormatterSource]
public sealed record EstimationOptions
{
    /// <summary>The estimator.</summary>
    public Estimator Estimator { get; init; } = Estimator.ML;

    /// <summary>The likelihood, and with it the divisor of S and of the chi-square. Used by maximum likelihood alone.</summary>
    public Likelihood Likelihood { get; init; } = Likelihood.Normal;

    /// <summary>What becomes of cases that miss a value.</summary>
    public MissingData Missing { get; init; } = MissingData.Listwise;

    /// <summary>Variables that help the first of two stages to find the moments and are not in the model; empty for none.</summary>
    public IReadOnlyList<string> Auxiliary { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>Whether the bias of the estimates is reduced (lavaan's rbm.method).</summary>
    public BiasReduction BiasReduction { get; init; }

    /// <summary>Bounds of variances, loadings and covariances, made from the sample's variances (lavaan's bounds).</summary>
    public BoundsKind Bounds { get; init; }

    /// <summary>
    /// What is added to each variance of the sample before the model is fitted, in the unit of the variables squared (lavaan's ridge.constant; Yuan and Chan
    /// 2008); 0 for none.
    /// </summary>
    public double Ridge { get; init; }

    /// <summary>What is done about empty cells of two-way tables of ordered variables (lavaan's zero.add).</summary>
    public EmptyCellRule EmptyCells { get; init; } = EmptyCellRule.HalfInTwoByTwo;

    /// <summary>The information matrix of the standard errors; null for the estimator's own (observed with FIML and MLR).</summary>
    public Information? Information { get; init; }

    /// <summary>Most iterations of the minimiser before it gives up.</summary>
    public int MaximumIterations { get; init; } = 1000;

    /// <summary>Values of the free parameters to start from, in the order of the table; null for the table's starting values.</summary>
    public IReadOnlyList<double>? StartingValues { get; init => field = ValueList.Of(value); }

    /// <summary>Seed of random starting values, drawn again where they lead to no minimum; null for the table's starting values.</summary>
    public int? RandomStartSeed { get; init; }

    /// <summary>Told after each step of the search; it is not kept with the result.</summary>
    public IProgress<EstimationProgress>? Progress { get; init; }

    /// <summary>Level of the intervals of estimates.</summary>
    public double Level { get; init; } = 0.95;
}
