using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Universes;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Runs;

/// <summary>Fits universes whose concepts are measured by scores.</summary>
internal static class Scored
{
    /// <summary>Fits the model of scores; whatever becomes of it is an outcome.</summary>
    public static FittedUniverse Fit(UniverseFitting fitting, FittedUniverse of)
    {
        try
        {
            var model = fitting.Scores(of.Model.Text, of.Setting.Measurement);
            return of.Setting.Measurement is MeasurementStrategy.Sum or MeasurementStrategy.Mean
                ? fitting.Fit(of with { Model = fitting.Model(model.Text), Table = Sample(fitting, of, model, []).Table, Scores = model })
                : FitFromScores(fitting, of, model);
        }
        catch (Exception problem) when (NumericalTrouble.IsShownBy(problem))
        {
            return of with { Status = UniverseStatus.Failed, Reason = problem.Message };
        }
    }

    /// <summary>A table with the sums or means of items as columns of the factors' names; missing where an item is.</summary>
    public static DataTable WithSums(DataTable table, ScoredModel model, MeasurementStrategy strategy) => model.Factors.Aggregate(table, (with, factor) =>
        With(with, factor.Factor, [.. CaseValues.Rows(table, factor.Items).Select(items => strategy == MeasurementStrategy.Sum ? items.Sum() : items.Average())]));

    /// <summary>The text of a model with single indicators, their error variances held at these values.</summary>
    public static string WithErrors(ScoredModel model, IReadOnlyList<string> outcomes, ConceptWeights weights) => model.Text + string.Concat(
        model.Factors.Select(factor => ScoredModel.Indicator(factor.Factor)).Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} ~~ {weights.Errors[outcomes.ToList().IndexOf(name)]:R}*{name}\n")));

    /// <summary>The complete cases of some variables and their positions in a table.</summary>
    public static (double[][] Cases, int[] Positions) Complete(DataTable table, IReadOnlyList<string> names)
    {
        var rows = CaseValues.Rows(table, names);
        int[] positions = [.. Enumerable.Range(0, rows.Length).Where(i => !Array.Exists(rows[i], double.IsNaN))];
        return ([.. positions.Select(i => rows[i])], positions);
    }

    private static FittedUniverse FitFromScores(UniverseFitting fitting, FittedUniverse of, ScoredModel model)
    {
        var outcomes = fitting.Model(model.Text).ObservedVariables;
        var sample = Sample(fitting, of, model, outcomes);
        if (sample.Count < 2)
            return of with { Status = UniverseStatus.TooFew, Reason = $"{sample.Count} usable cases", Count = sample.Count };
        if (sample.Weights is not { } weights)
            return of with { Status = UniverseStatus.NotConverged, Reason = $"a factor by itself: {sample.Flaw!.Value.Reason()}", Count = sample.Count };
        of = of with { Scores = model };
        if (of.Setting.Measurement == MeasurementStrategy.Croon)
            return UniverseFitting.Fit(of with { Model = fitting.Model(model.Text) }, SampleMoments.OfCovariance(outcomes, sample.Covariance!, sample.Count, null, of.Setting.Settings.Estimation.Divisor()));
        var text = of.Setting.Measurement == MeasurementStrategy.SingleIndicator ? WithErrors(model, outcomes, weights) : model.Text;
        return fitting.Fit(of with { Model = fitting.Model(text), Table = sample.Table });
    }

    // Universes share the scores of the same cases, items and other variables.
    private static ScoredSample Sample(UniverseFitting fitting, FittedUniverse of, ScoredModel model, IReadOnlyList<string> outcomes)
    {
        var names = of.Model.ObservedVariables;
        var factors = model.Factors.Select(factor => $"{factor.Factor}:{string.Join(' ', factor.Items)}");
        return fitting.Scores(of.Table, string.Join('|', [of.Setting.Measurement.ToString(), of.Setting.Settings.Estimation.Divisor().ToString(), .. names, "", .. outcomes, "", .. factors]), () => outcomes.Count == 0
            ? new(of.Table.Count, WithSums(of.Table, model, of.Setting.Measurement), null, null, null)
            : Sample(of, names, model, outcomes));
    }

    private static ScoredSample Sample(FittedUniverse of, IReadOnlyList<string> names, ScoredModel model, IReadOnlyList<string> outcomes)
    {
        var (cases, positions) = Complete(of.Table, names);
        if (cases.Length < 2)
            return new(cases.Length, of.Table, null, null, null);
        var sample = SampleMoments.OfCases(names, Matrix<double>.Build.DenseOfRowArrays(cases), Divisor.Count).With(of.Setting.Settings.Estimation.Divisor());
        var scores = new ConceptScores(of.Setting.Measurement, model, names, outcomes, sample.Covariance, sample.Count);
        var (weights, flaw) = scores.Of(sample.Covariance.ToRowMajorArray());
        return weights is null
            ? new(sample.Count, of.Table, null, null, flaw)
            : new(sample.Count, WithScores(of.Table, cases, positions, model, outcomes, weights, sample.Means!), weights, scores.Covariance(weights, sample.Covariance), null);
    }

    private static DataTable WithScores(DataTable table, double[][] cases, int[] positions, ScoredModel model, IReadOnlyList<string> outcomes, ConceptWeights weights, Vector<double> means)
    {
        foreach (var (name, i) in outcomes.Select((name, i) => (name, i)).Where(each => model.Factors.Any(factor => each.name == factor.Factor || each.name == ScoredModel.Indicator(factor.Factor))))
        {
            var values = Enumerable.Repeat(double.NaN, table.Count).ToArray();
            for (var k = 0; k < positions.Length; k++)
                values[positions[k]] = weights.Weights.Row(i) * (Vector<double>.Build.Dense(cases[k]) - means);
            table = With(table, name, values);
        }

        return table;
    }

    private static DataTable With(DataTable table, string name, double[] values) => table.Has(name)
        ? throw new InputException($"the scores of {name} have no place: {table.Source} has a column of this name.")
        : table.With(name, values);
}

/// <summary>The scores of some cases.</summary>
/// <param name="Count">Number of cases that have all items.</param>
/// <param name="Table">The cases with their scores.</param>
/// <param name="Weights">What the scores are made with; null of sums and means, and where they cannot be made.</param>
/// <param name="Covariance">The covariances of the scores and the other variables, corrected where the strategy says so.</param>
/// <param name="Flaw">What keeps the scores from being made.</param>
internal sealed record ScoredSample(int Count, DataTable Table, ConceptWeights? Weights, Matrix<double>? Covariance, FitStatus? Flaw);
