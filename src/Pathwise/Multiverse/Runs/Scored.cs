using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Universes;
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
            var model = ScoredModel.Of(of.Model.Text, of.Setting.Measurement);
            return of.Setting.Measurement is MeasurementStrategy.Sum or MeasurementStrategy.Mean
                ? UniverseFitting.Fit(of with { Model = fitting.Model(model.Text), Table = WithSums(of.Table, model, of.Setting.Measurement), Scores = model })
                : FitFromCovariances(fitting, of, model);
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

    private static FittedUniverse FitFromCovariances(UniverseFitting fitting, FittedUniverse of, ScoredModel model)
    {
        var names = of.Model.ObservedVariables;
        var (cases, positions) = Complete(of.Table, names);
        if (cases.Length < 2)
            return of with { Status = UniverseStatus.TooFew, Reason = $"{cases.Length} usable cases", Count = cases.Length };
        var sample = SampleMoments.OfCases(names, Matrix<double>.Build.DenseOfRowArrays(cases), Divisor.Count);
        var outcomes = fitting.Model(model.Text).ObservedVariables;
        var scores = new ConceptScores(of.Setting.Measurement, model, names, outcomes, sample.Covariance, sample.Count);
        var (weights, flaw) = scores.Of(sample.Covariance.ToRowMajorArray());
        if (weights is null)
            return of with { Status = UniverseStatus.NotConverged, Reason = $"a factor by itself: {Sem.Compiled.FitStatusFacts.Reason(flaw!.Value)}", Count = sample.Count };
        of = of with { Scores = model };
        if (of.Setting.Measurement == MeasurementStrategy.Croon)
            return UniverseFitting.Fit(of with { Model = fitting.Model(model.Text) }, SampleMoments.OfCovariance(outcomes, scores.Covariance(weights, sample.Covariance), sample.Count, null, Divisor.Count));
        var text = of.Setting.Measurement == MeasurementStrategy.SingleIndicator ? WithErrors(model, outcomes, weights) : model.Text;
        return UniverseFitting.Fit(of with { Model = Sem.Specification.ModelSpecification.Parse(text), Table = WithScores(of.Table, cases, positions, model, outcomes, weights, sample.Means!) });
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
