using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>Estimates, by two steps, thresholds and correlations of the responses behind a sample's ordered variables.</summary>
internal static class ResponseSampling
{
    /// <summary>
    /// The same sample with the moments of its responses; cases in the order of the table's variables, complete ones unless the options are of
    /// pairwise deletion.
    /// </summary>
    public static SampleMoments Of(SampleMoments sample, ParameterTable table, EstimationOptions options)
    {
        var deletion = options.Missing == MissingData.Pairwise ? CaseDeletion.Pairwise : CaseDeletion.Listwise;
        var responses = CategoricalSampling.Of(
            sample, table.OrderedVariables, new CategoricalOptions { Ordered = table.OrderedVariables, Deletion = deletion, EmptyCells = options.EmptyCells }, SampleMoments.Where(sample.Group));
        double[] deviations = [.. responses.Variables.Select(variable => variable.IsOrdered ? 1 : Math.Sqrt(variable.Variance!.Value))];
        var covariance = responses.Correlations.MapIndexed((i, j, value) => value * deviations[i] * deviations[j], Zeros.Include);
        var means = Vector<double>.Build.Dense([.. responses.Variables.Select(variable => variable.Mean ?? 0)]);
        return sample.WithResponses(covariance, means, new(
            [.. responses.Variables.Select(variable => variable.IsOrdered ? variable.Categories : null)],
            [.. responses.Variables.Select(variable => variable.IsOrdered ? variable.Thresholds : null)],
            Values(responses.Variables, covariance),
            () => responses.Asymptotic,
            responses.FullWeights,
            () => [.. responses.Warnings.Select(warning => (warning.Code, warning.Message))]));
    }

    private static double[] Values(IReadOnlyList<CategoricalVariable> variables, Matrix<double> covariance) =>
    [
        .. variables.SelectMany(variable => variable.IsOrdered ? variable.Thresholds : [-variable.Mean!.Value]),
        .. variables.Where(variable => !variable.IsOrdered).Select(variable => variable.Variance!.Value),
        .. from i in Enumerable.Range(0, variables.Count)
           from j in Enumerable.Range(i + 1, variables.Count - i - 1)
           select covariance[i, j],
    ];
}
