using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// How strong columns of the data would be as confounders. The model is fitted with the column, or an indicator of each of its categories but the first,
/// acting on every variable of the effect's paths that has an equation and related freely to the exogenous ones; the partial R2 of the column with the
/// two ends of a path then follow from the implied covariances. A hidden confounder of the same strength is read off the path's contours
/// (Cinelli and Hazlett 2020, with latent ends).
/// </summary>
internal sealed class Benchmarks
{
    private readonly FitResult fit;
    private readonly ConfoundedPaths paths;
    private readonly StructuralMoments at;
    private readonly DataTable data;

    /// <summary>Of a fit and the data that it was fitted to.</summary>
    public Benchmarks(FitResult fit, ConfoundedPaths paths, StructuralMoments at, DataTable data) => (this.fit, this.paths, this.at, this.data) = (fit, paths, at, data);

    /// <summary>Stops unless the data have these columns, other than the model's, with values that differ.</summary>
    /// <exception cref="InputException">A column is missing, is a variable of the model, or has one value alone.</exception>
    public static void Check(FitResult fit, DataTable? data, IReadOnlyList<string> columns)
    {
        foreach (var column in columns)
        {
            if (data is null)
                throw new InputException($"The benchmark {column} is a column of the data; expected the cases that the model was fitted to.");
            if (fit.Table.ObservedVariables.Contains(column) || fit.Table.LatentVariables.Contains(column))
                throw new InputException($"{column} is a variable of the model; expected a column of the data that the model leaves out.");
            if (data.Texts(column).OfType<string>().Distinct().Take(2).Count() < 2)
                throw new InputException($"{data.Source}: the column {column} has one value alone and can confound nothing.");
        }
    }

    /// <summary>The rows of a column, one for each path.</summary>
    public IEnumerable<BenchmarkStrength> Of(string column)
    {
        var added = Added(column);
        var sample = Sample(added);
        var extended = Extended(added, sample).Fit(sample);
        if (!extended.HasConverged)
            return paths.Arrows.Select(arrow => new BenchmarkStrength { Column = column, Path = arrow.Name(paths), Count = extended.CaseCount, Reason = "the model with the column ended without a minimum" });
        var with = StructuralMoments.Of(extended.Implied(1));
        var positions = extended.Structure.Latents.ToList();
        int[] Moved(IEnumerable<int> variables) => [.. variables.Select(each => positions.IndexOf(paths.Names[each]))];
        int[] own = [.. added.Select(each => positions.IndexOf(each.Name))];
        var adjusted = ConfoundedEquation.Value(with, paths with { Paths = [.. paths.Paths.Select(path => Moved(path))] });
        return paths.Arrows.Select(arrow => Row(column, arrow, new(with, own, Moved([arrow.From])[0], Moved([arrow.To])[0], Moved(arrow.Given)), extended.CaseCount, adjusted));
    }

    private BenchmarkStrength Row(string column, ConfoundedArrow arrow, Ends ends, int count, double adjusted)
    {
        var (cause, outcome, path) = (ends.OfCause, ends.OfOutcome, arrow.Path(at, paths));
        return new()
        {
            Column = column, Path = arrow.Name(paths), Count = count, CauseR2 = cause, OutcomeR2 = outcome, Adjusted = adjusted,
            Worst = path?.Indirect(cause, outcome), Times = path?.Times(cause, outcome),
        };
    }

    /// <summary>A path's ends in the model with the column.</summary>
    private sealed record Ends(StructuralMoments With, int[] Own, int From, int To, int[] Given)
    {
        public double OfCause => 1 - (With.Variance(From, [.. Given, .. Own]) / With.Variance(From, Given));

        public double OfOutcome => 1 - (With.Variance(To, [From, .. Given, .. Own]) / With.Variance(To, [From, .. Given]));
    }

    // A column of numbers as it stands; of texts, an indicator for each category but the first.
    private List<(string Name, double[] Values)> Added(string column)
    {
        if (data.IsNumeric(column))
            return [(column, [.. data.Numbers(column)])];
        var texts = data.Texts(column);
        return
        [
            .. texts.OfType<string>().Distinct().Order(StringComparer.Ordinal).Skip(1)
                .Select(category => ($"{column}: {category}", texts.Select(text => text is null ? double.NaN : text == category ? 1.0 : 0).ToArray())),
        ];
    }

    // The cases that the fit may use, with the further columns.
    private SampleMoments Sample(List<(string Name, double[] Values)> added)
    {
        string[] own = [.. fit.Table.ObservedVariables];
        double[][] columns = [.. own.Select(name => data.Numbers(name).ToArray()), .. added.Select(each => each.Values)];
        int[] cases = [.. Enumerable.Range(0, data.Count).Where(i => !double.IsNaN(columns[^1][i]) && own.Select((_, j) => columns[j][i]).Any(value => !double.IsNaN(value)))];
        if (cases.Length < 2)
            throw new InputException($"{data.Source}: {cases.Length} cases have a value of {added[0].Name}; expected at least 2.");
        return SampleMoments.OfCases([.. own, .. added.Select(each => each.Name)], Matrix<double>.Build.Dense(cases.Length, columns.Length, (i, j) => columns[j][cases[i]]), Divisor.CountLessOne, fit.Sample[0].Group);
    }

    private ChangedModel Extended(List<(string Name, double[] Values)> added, SampleMoments sample)
    {
        var model = new ChangedModel(fit);
        var equations = fit.Table.Rows.Where(row => row.Operator == Operator.Regression).Select(row => row.Lhs).ToHashSet();
        string[] on = [.. paths.Paths.SelectMany(path => path).Distinct().Select(each => paths.Names[each])];
        string[] causes = [.. fit.Table.Rows.Where(row => row.Operator == Operator.Regression && !equations.Contains(row.Rhs)).Select(row => row.Rhs).Distinct()];
        for (var k = 0; k < added.Count; k++)
        {
            var at = sample.IndexOf(added[k].Name);
            model.Observed(added[k].Name, sample.Covariance[at, at], sample.Means![at]);
            foreach (var name in on.Where(equations.Contains))
                model.Free(name, Operator.Regression, added[k].Name, 0);
            foreach (var name in causes)
                model.Free(name, Operator.Covariance, added[k].Name, 0);
            foreach (var (name, _) in added.Take(k))
                model.Free(name, Operator.Covariance, added[k].Name, sample.Covariance[sample.IndexOf(name), at]);
        }

        return model;
    }
}
