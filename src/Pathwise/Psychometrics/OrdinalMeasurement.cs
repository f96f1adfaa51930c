using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>
/// A model of the normal responses behind ordered indicators, fitted to their polychoric (polyserial, Pearson) correlations by unweighted least squares: the
/// loadings are those of ULS for ordered data. Of the fit only point estimates mean anything; its errors and tests are those of normal data.
/// </summary>
[TypeFormatterSource]
public sealed class OrdinalMeasurement
{
    // What this warns of are errors, and those of this fit are shown nowhere.
    private const string OfErrors = "uls-standard-errors";

    private static readonly EstimationOptions Method = new() { Estimator = EstimationMethods.OfResponses };

    private OrdinalMeasurement(FitResult fit, IReadOnlyList<CategoricalSample> samples, IReadOnlyList<OrdinalGroup> groups) =>
        (Fit, Samples, Groups) = (fit, samples, groups);

    /// <summary>The model of the responses.</summary>
    public FitResult Fit { get; }

    /// <summary>Thresholds and correlations of each group.</summary>
    public IReadOnlyList<CategoricalSample> Samples { get; }

    private IReadOnlyList<OrdinalGroup> Groups { get; }

    /// <summary>Fits a model to columns of numbers, over the rows that have all of them; all are ordered unless the options name which.</summary>
    /// <exception cref="InputException">A variable cannot be ordered or does not vary, values are to be used pairwise, or the model has means.</exception>
    public static OrdinalMeasurement Of(
        ModelSpecification model, DataTable data, CategoricalOptions? options = null, ModelOptions? completion = null, string? group = null)
    {
        var chosen = options ?? new();
        if (chosen.Deletion == CaseDeletion.Pairwise)
            throw new InputException("Reliability of ordered items takes the cases that have all of them; pairwise deletion is not there.");
        var samples = data.CategoricalSamples(model.ObservedVariables, group, chosen);
        var completed = completion ?? new();
        var table = model.Table(completed with { MeanStructure = completed.MeanStructure ?? false }, [.. samples.Select(sample => sample.Group)]);
        if (table.HasMeanStructure)
            throw new InputException("The responses behind ordered indicators have no means of their own: leave out intercepts, means and the mean structure.");
        var names = table.ObservedVariables;
        OrdinalGroup[] groups = [.. samples.Select(sample => Cases(data, names, sample))];
        var fit = table.Fit([.. samples.Select(Responses)], Method);
        return new(fit.With([.. fit.Warnings.Where(warning => warning.Code != OfErrors)]), samples, groups);
    }

    /// <summary>
    /// Ordinal alpha and categorical omega of each factor whose indicators are all ordered, for each group. In each resample the correlations are estimated and the
    /// model fitted again.
    /// </summary>
    public IReadOnlyList<OrdinalReliability> Reliabilities(OrdinalOptions? options = null) => Reliabilities(options, default);

    internal IReadOnlyList<OrdinalReliability> Reliabilities(OrdinalOptions? options, CancellationToken cancellation)
    {
        var names = Groups[0].Names.ToList();
        var factors = new FittedFactors(Fit, Fit.Table.GroupCount > 1 ? Fit.Table.GroupLabels[0] : null);
        (string Name, int[] Items)[] scales = [.. factors.FirstOrder
            .Select(factor => (factor, Items: factors.Indicators(factor).Select(indicator => names.IndexOf(indicator)).ToArray()))
            .Where(scale => Array.TrueForAll(scale.Items, item => Groups[0].IsOrdered[item]))];
        return scales.Length == 0 ? [] : new OrdinalScales(Groups, scales, Samples[0].Options.EmptyCells, found => Loadings(found, scales)).Rows((options ?? new()).Checked(), cancellation);
    }

    private static OrdinalGroup Cases(DataTable data, IReadOnlyList<string> names, CategoricalSample sample)
    {
        var (rows, columns) = (sample.Origin!.Positions, names.Select(data.Numbers).ToArray());
        var answers = Matrix<double>.Build.Dense(rows.Count, names.Count, (i, j) => columns[j][rows[i]]);
        return new(sample.Group, names, answers, [.. names.Select(name => sample.Variables.Single(variable => variable.Name == name).IsOrdered)]);
    }

    private static SampleMoments Responses(CategoricalSample sample)
    {
        var deviations = sample.Variables.Select(variable => Math.Sqrt(variable.Variance ?? 1)).ToArray();
        return Responses(sample.Names, sample.Correlations, deviations, sample.Count, sample.Group).From(sample.Origin);
    }

    private static SampleMoments Responses(IReadOnlyList<string> names, Matrix<double> correlations, double[] deviations, int count, string group) =>
        SampleMoments.OfCovariance(names, correlations.MapIndexed((i, j, r) => r * deviations[i] * deviations[j]), count, null, Method.Divisor(), group);

    private CommonLoadings[][] Loadings(IReadOnlyList<(Margin[] Margins, Matrix<double> Correlations)> found, (string Name, int[] Items)[] scales)
    {
        CommonLoadings[][] All(ResampleTrouble trouble) => [.. found.Select(_ => scales.Select(_ => new CommonLoadings(null, trouble)).ToArray())];
        if (found.Any(group => group.Correlations.Exists(double.IsNaN)))
            return All(ResampleTrouble.ConstantItem);
        SampleMoments[] samples = [.. found.Select((group, g) => Responses(
            Groups[g].Names, group.Correlations, [.. group.Margins.Select(AsymptoticCovariance.Deviation)], Groups[g].Answers.RowCount, Groups[g].Label))];
        var fit = ModelFitting.FitReplicate(Fit, samples);
        return fit.HasConverged
            ? [.. found.Select((_, g) => scales.Select(scale => Loadings(fit, g + 1, scale)).ToArray())]
            : All(ResampleTrouble.NotConverged);
    }

    // Loadings in standard deviations of factor and responses.
    private static CommonLoadings Loadings(FitResult fit, int group, (string Name, int[] Items) scale)
    {
        var (moments, factor) = (fit.Implied(group), fit.Structure.Latents.ToList().IndexOf(scale.Name));
        var variance = moments.LatentCovariance[(factor * moments.LatentSize) + factor];
        double[] loadings = new double[scale.Items.Length];
        for (var i = 0; i < loadings.Length; i++)
        {
            var item = scale.Items[i];
            var residual = moments.Theta[(item * moments.Size) + item];
            loadings[i] = moments.Lambda[(item * moments.LatentSize) + factor] * Math.Sqrt(variance / moments.Sigma[(item * moments.Size) + item]);
            if (!(residual >= 0) || !(Math.Abs(loadings[i]) <= 1))
                return new(null, ResampleTrouble.Improper);
        }

        return new(loadings, null);
    }
}
