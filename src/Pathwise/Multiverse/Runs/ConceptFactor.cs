using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Multiverse.Runs;

/// <summary>The model of one factor by itself, fitted by maximum likelihood to the covariances of its items. One worker's.</summary>
internal sealed class ConceptFactor
{
    private readonly int count;
    private readonly int[] loadings;
    private readonly int[] residuals;
    private readonly int variance;
    private readonly GroupRefit refit;
    private readonly ReplicateSample sample;
    private readonly ReplicateTable table;

    /// <summary>A factor of this name whose items have these covariances in the sample.</summary>
    /// <exception cref="InputException">The sample has no fit of it.</exception>
    public ConceptFactor(string name, Matrix<double> covariance, int cases)
    {
        count = covariance.RowCount;
        string[] items = [.. Enumerable.Range(1, count).Select(i => $"i{i}")];
        var fit = ModelSpecification.Parse($"f =~ {string.Join(" + ", items)}").Fit(SampleMoments.OfCovariance(items, covariance, cases, null, Divisor.Count));
        if (!fit.HasConverged || CompiledFit.Of(fit) is not { } compiled)
            throw new InputException($"the factor {name} by itself has no solution in the sample.");
        var catalogue = SharedBootstrap.Catalogue(fit);
        refit = new GroupRefit(fit, compiled.Groups[0], new EffectEvaluator(fit.Table, catalogue), 1);
        (sample, table) = (new ReplicateSample(count, false), new ReplicateTable(1, catalogue));
        loadings = [.. items.Select(item => Free(fit, "f", Operator.Loading, item))];
        residuals = [.. items.Select(item => Free(fit, item, Operator.Covariance, item))];
        variance = Free(fit, "f", Operator.Covariance, "f");
    }

    /// <summary>Writes the weights, the loading and the error variance of its score into the row of an outcome; returns what keeps them from being found, or null.</summary>
    public FitStatus? Weigh(double[] covariance, int size, int[] columns, ConceptWeights target, int outcome)
    {
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
                sample.Covariance[(i * count) + j] = covariance[(columns[i] * size) + columns[j]];
        }

        var status = refit.Fit(sample);
        if (!status.HasConverged())
            return status;
        refit.Write(sample, table.Row(0));
        return Write(columns, target, outcome);
    }

    private FitStatus? Write(int[] columns, ConceptWeights target, int outcome)
    {
        var values = table.Row(0).Values;
        var (phi, lambda, theta) = (values[variance], new double[count], new double[count]);
        for (var i = 0; i < count; i++)
            (lambda[i], theta[i]) = (loadings[i] < 0 ? 1 : values[loadings[i]], values[residuals[i]]);
        var implied = Matrix<double>.Build.Dense(count, count, (i, j) => (lambda[i] * phi * lambda[j]) + (i == j ? theta[i] : 0));
        var weights = implied.Solve(Vector<double>.Build.Dense(count, i => phi * lambda[i]));
        if (!weights.ForAll(double.IsFinite))
            return FitStatus.Breakdown;
        var (loading, error) = (0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            target.Weights[outcome, columns[i]] = weights[i];
            loading += weights[i] * lambda[i];
            error += weights[i] * weights[i] * theta[i];
        }

        (target.Loadings[outcome], target.Errors[outcome]) = (loading, error);
        return null;
    }

    private static int Free(FitResult fit, string lhs, Operator @operator, string rhs) =>
        fit.Table.Rows.First(row => row.Operator == @operator && row.Lhs == lhs && row.Rhs == rhs).Free - 1;
}
