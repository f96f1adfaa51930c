using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Power;

/// <summary>A population in which a model holds: the model of one group, the values of its free parameters, and what follows from them.</summary>
internal sealed class SimulatedPopulation
{
    private readonly ImpliedMoments moments;
    private readonly AnswerShape shape;
    private readonly double[]? drawn;

    /// <summary>Of a table and the values of its free parameters, in its order; samples may have answers of another shape, and more in them than the model says.</summary>
    public SimulatedPopulation(ParameterTable table, double[] values, AnswerShape shape = AnswerShape.Normal, string leftOut = "")
    {
        if (table.GroupCount > 1 || table.Rows.Any(row => row.IsSampleMoment))
            throw new InputException("A power study needs a model of one group whose exogenous variables are part of it (fixed.x off).");
        if (values.Length != table.FreeCount)
            throw new InputException($"The model has {table.FreeCount} free parameters and {values.Length} values were given.");
        (Table, Values, Structure) = (table, values, ModelStructure.Of(table));
        OrderedRequirements.RefuseCovariates(Structure, "Power studies");
        Catalogue = EffectCatalogue.Of(table, Structure.Latents);
        moments = new ImpliedMoments(Structure, 0);
        moments.Update(values);
        this.shape = shape;
        if (IsOrdered && (shape != AnswerShape.Normal || leftOut.Length > 0))
            throw new InputException("Answers of ordered variables are drawn from the model's own thresholds; no other shape and nothing left out can be simulated.");
        drawn = leftOut.Length == 0 ? null : new MisspecifiedPopulations(Structure, moments).Named(leftOut).Covariance;
        Effects = new ReplicateTable(1, Catalogue);
        values.CopyTo(Effects.Row(0).Values);
        new EffectPoint(Structure, Catalogue).Evaluate(Effects.Row(0));
    }

    /// <summary>The model.</summary>
    public ParameterTable Table { get; }

    /// <summary>The values of its free parameters.</summary>
    public double[] Values { get; }

    /// <summary>Its matrices.</summary>
    public ModelStructure Structure { get; }

    /// <summary>Its effects.</summary>
    public EffectCatalogue Catalogue { get; }

    /// <summary>The effects at these values, in one row.</summary>
    public ReplicateTable Effects { get; }

    /// <summary>What an ordered variable's answers are called, 1 up to the number of its categories; null of a continuous one, and without ordered variables.</summary>
    public IReadOnlyList<IReadOnlyList<double>?> Categories =>
        [.. Table.ObservedVariables.Select(name => Table.OrderedVariables.Contains(name) ? [.. Enumerable.Range(1, Table.ThresholdCount(name) + 1).Select(category => (double)category)] : (IReadOnlyList<double>?)null)];

    /// <summary>The categories, in the form in which samples have theirs: what is estimated of them in a sample is not there.</summary>
    public ResponseStatistics Responses => new(
        Categories, [.. Categories.Select(_ => (IReadOnlyList<double>?)null)], new double[Structure.Responses!.StatisticCount], static () => Matrix<double>.Build.Dense(0, 0), static () => null, static () => []);

    /// <summary>A sample, with the categories of the population where variables are ordered.</summary>
    public SampleMoments Like(SampleMoments sample) => IsOrdered ? sample.WithResponses(sample.Covariance, sample.Means!, Responses) : sample;

    /// <summary>Whether some of the variables are ordered.</summary>
    public bool IsOrdered => Table.OrderedVariables.Count > 0;

    /// <summary>Draws samples of so many cases. One worker's.</summary>
    public SampleSource Sampler(int count) => IsOrdered ? new ResponseSampler(count, moments, Table.ObservedVariables, Categories)
        : shape == AnswerShape.Normal ? new NormalSampler(count, Means, drawn ?? Covariance)
        : new ShapedSampler(count, Means, drawn ?? Covariance, ShapedSampler.Transforms(shape, Table.ObservedVariables.Count), Table.ObservedVariables);

    /// <summary>How samples are fitted, from the population's own values.</summary>
    public EstimationOptions Estimation(PowerOptions options) => new()
    {
        Estimator = IsOrdered ? EstimationMethods.OfOrdered : new EstimationOptions().Estimator, Likelihood = options.Likelihood, BiasReduction = options.BiasReduction, StartingValues = Values,
    };

    /// <summary>Means of the p observed variables.</summary>
    public double[] Means => moments.Mu;

    /// <summary>Their covariances, p x p.</summary>
    public double[] Covariance => moments.Sigma;
}
