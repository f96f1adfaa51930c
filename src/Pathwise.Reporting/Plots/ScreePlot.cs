using Pathwise.Psychometrics;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Plots;

/// <summary>Eigenvalues in falling order, with those of random data that a component must exceed (Horn 1965).</summary>
public static class ScreePlot
{
    /// <summary>The plot for these eigenvalues and, where given, the random ones of the same order.</summary>
    public static Figure Of(IReadOnlyList<double> eigenvalues, IReadOnlyList<double>? random = null, string title = "Eigenvalues of the item correlations")
    {
        ArgumentNullException.ThrowIfNull(eigenvalues);
        var numbers = Enumerable.Range(1, eigenvalues.Count).Select(i => (double)i).ToArray();
        var marks = new List<Mark>();
        if (random is not null)
            marks.Add(new LineMark { X = numbers[..random.Count], Y = random, Tone = Tone.Vermilion, Stroke = Stroke.Dashed, Name = "Random data (parallel analysis)" });
        marks.Add(new LineMark { X = numbers, Y = eigenvalues });
        marks.Add(new PointMarks { X = numbers, Y = eigenvalues, Name = "These data" });
        return new()
        {
            Title = title,
            AlternativeText = Words(eigenvalues, random),
            X = Axis.OfNames("Component", [.. numbers.Select(number => Rounding.Text(number, 0))]).ShiftedBy(1),
            Y = Axis.Over("Eigenvalue", [.. eigenvalues, .. random ?? []], fromZero: true),
            Marks = marks,
        };
    }

    private static string Words(IReadOnlyList<double> eigenvalues, IReadOnlyList<double>? random)
    {
        var first = string.Join(", ", eigenvalues.Take(5).Select(value => NumberText.Number(value, 2)));
        var above = random is null ? 0 : eigenvalues.Zip(random).TakeWhile(pair => pair.First > pair.Second).Count();
        return $"Line of {eigenvalues.Count} eigenvalues in falling order, beginning with {first}."
            + (random is null ? "" : $" The first {above} exceed those of random data.");
    }

    /// <summary>The eigenvalues of a parallel analysis beside the 95th percentiles of random data.</summary>
    public static Figure Draw(this ParallelAnalysis parallel, string title = "Eigenvalues of the item correlations") =>
        Of([.. parallel.Eigenvalues.Select(row => row.Observed)], [.. parallel.Eigenvalues.Select(row => row.ReferencePercentile)], title);
}
