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
        if (table.HeldVariables() is { Count: > 0 } covariates)
            return Given(sample, table, covariates);
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

    // Statistics given the covariates; the covariances are of all variables together.
    private static SampleMoments Given(SampleMoments sample, ParameterTable table, IReadOnlyList<string> covariates)
    {
        string[] names = [.. sample.Names.Except(covariates)];
        var given = ConditionalSample.Of(sample, names, table.OrderedVariables.ToHashSet(), covariates);
        var margins = given.Margins.ToDictionary(margin => margin.Name);
        var (moments, slopes) = (sample.Select(covariates).With(Divisor.CountLessOne), given.Slopes());
        var (across, within) = (slopes * moments.Covariance, given.Residual() + (slopes * moments.Covariance * slopes.Transpose()));
        double Covariance(string one, string other) => (Array.IndexOf(names, one), Array.IndexOf(names, other)) switch
        {
            ( >= 0 and var i, >= 0 and var j) => within[i, j],
            ( >= 0 and var i, _) => across[i, moments.IndexOf(other)],
            (_, >= 0 and var j) => across[j, moments.IndexOf(one)],
            _ => moments.Covariance[moments.IndexOf(one), moments.IndexOf(other)],
        };
        double Mean(string name) => !margins.TryGetValue(name, out var margin) ? moments.Means![moments.IndexOf(name)]
            : margin is LinearMargin ? margin.RawConstants()[0] + (slopes.Row(Array.IndexOf(names, name)) * moments.Means!)
            : 0;
        return sample.WithResponses(
            Matrix<double>.Build.Dense(sample.Names.Count, sample.Names.Count, (i, j) => Covariance(sample.Names[i], sample.Names[j])),
            Vector<double>.Build.Dense(sample.Names.Count, i => Mean(sample.Names[i])),
            new(
                [.. sample.Names.Select(name => (margins.GetValueOrDefault(name) as ProbitMargin)?.Categories)],
                [.. sample.Names.Select(name => (margins.GetValueOrDefault(name) as ProbitMargin)?.RawConstants())],
                given.Values(),
                () => given.Asymptotic,
                given.Inverse,
                () => [.. given.Notes()])
            {
                Covariates = [.. covariates.Select(sample.IndexOf)],
            });
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
