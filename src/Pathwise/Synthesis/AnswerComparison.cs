using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Synthesis;

/// <summary>What several files of answers say of one quantity: the printed text if there is one, the least and the greatest value.</summary>
[TypeFormatterSource]
public sealed record AnswerDifference(string Quantity, string? Printed, double Least, double Greatest)
{
    /// <summary>Greatest less least.</summary>
    public double Spread => Greatest - Least;
}

/// <summary>Compares files of answers that reproduce the same targets.</summary>
public static class AnswerComparison
{
    /// <summary>Reads the answers of every comma-separated file of a folder, in the order of their names.</summary>
    public static IReadOnlyList<DataTable> ReadAnswers(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal).Select(path => DataTable.Read(path))]
        : throw new InputException($"{folder} does not exist; expected a folder of answers (*.csv).");

    /// <summary>The statistics of one fit that the targets name, in each file: the printed ones first, then the chosen requirements.</summary>
    public static IReadOnlyList<AnswerDifference> CompareTargets(this SynthesisTargets targets, IReadOnlyList<DataTable> files)
    {
        var plan = new SynthesisPlan(targets);
        var readings = Readings(plan, files);
        return
        [
            .. from statistic in plan.Checked
               orderby statistic.Target.IsChoice
               select Difference(statistic.Target.Id, statistic.Target.IsChoice ? null : statistic.Target.Printed.Text, readings.Select(statistic.Value)),
        ];
    }

    /// <summary>What nothing printed holds in place: standardized loadings of the items, and their means as answered.</summary>
    public static IReadOnlyList<AnswerDifference> CompareItems(this SynthesisTargets targets, IReadOnlyList<DataTable> files)
    {
        var plan = new SynthesisPlan(targets);
        var readings = Readings(plan, files);
        var loadings = plan.Tables[0].Rows.Where(row => row.Operator == Operator.Loading && plan.Names.Contains(row.Rhs));
        return
        [
            .. loadings.Select(row => Difference($"loading {row.Rhs}", null, readings.Select(r => r.Solutions[0].Standardized(row.Operator, row.Lhs, row.Rhs)))),
            .. plan.Names.Select(name => Difference($"mean {name}", null, files.Select(file => file.Numbers(name).Average()))),
        ];
    }

    private static Reading[] Readings(SynthesisPlan plan, IReadOnlyList<DataTable> files) => [.. files.Select(file =>
    {
        var reading = new Reading(plan);
        return reading.Fit(Sheet(plan, file), null) ? reading : throw new NumericalException($"{file.Source}: the model does not converge on these answers.");
    })];

    private static AnswerSheet Sheet(SynthesisPlan plan, DataTable file)
    {
        var answers = new int[file.Count * plan.Items];
        for (var item = 0; item < plan.Items; item++)
        {
            var column = file.Numbers(plan.Names[item]);
            for (var row = 0; row < file.Count; row++)
                answers[(row * plan.Items) + item] = (int)(plan.IsReversed(item) ? plan.Targets.Lowest + plan.Targets.Highest - column[row] : column[row]);
        }

        return new AnswerSheet(file.Count, plan.Items, plan.Targets.Lowest, plan.Targets.Highest, answers);
    }

    private static AnswerDifference Difference(string quantity, string? printed, IEnumerable<double> values)
    {
        double[] all = [.. values];
        return new AnswerDifference(quantity, printed, all.Min(), all.Max());
    }
}
