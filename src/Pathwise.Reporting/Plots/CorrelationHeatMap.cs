using Pathwise.Psychometrics;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Surveys;

namespace Pathwise.Reporting.Plots;

/// <summary>Correlations of items, those of the same factor side by side.</summary>
public static class CorrelationHeatMap
{
    /// <summary>
    /// The map of a symmetric matrix; names of rows and columns, and the factor of each where items are to be grouped.
    /// </summary>
    public static Figure Of(IReadOnlyList<string> names, double[,] correlations, IReadOnlyList<string>? factors = null, string title = "Correlations of the items")
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(correlations);
        var order = Order(names.Count, factors);
        var labels = order.Select(i => names[i]).ToList();
        var cell = names.Count > 12 ? 32 : 44;
        var width = Math.Max(420, (cell * names.Count) + 140);
        var note = "Blue is positive, orange negative; the deeper, the stronger." + (factors is null ? "" : " Lines part the factors.");
        return new()
        {
            Title = title,
            Note = note,
            AlternativeText = Words(labels, correlations, order),
            Width = width,
            Height = Figures.SvgFigure.HeightFor(title, note, width, (cell * 0.86 * names.Count) + 50),
            X = Axis.OfNames("", labels),
            Y = Axis.OfNames("", labels, firstOnTop: true),
            Marks = [Cells(correlations, order), .. factors is null ? [] : Boundaries(order, factors)],
        };
    }

    private static int[] Order(int count, IReadOnlyList<string>? factors)
    {
        var all = Enumerable.Range(0, count);
        return factors is null ? [.. all] : [.. all.OrderBy(i => factors.ToList().IndexOf(factors[i]))];
    }

    private static HeatMarks Cells(double[,] correlations, int[] order) => new()
    {
        Decimals = 2,
        Rows = [.. order.Select((i, row) => (IReadOnlyList<double?>)[.. order.Take(row + 1).Select(j => double.IsFinite(correlations[i, j]) ? correlations[i, j] : (double?)null)])],
    };

    private static IEnumerable<Mark> Boundaries(int[] order, IReadOnlyList<string> factors)
    {
        var edge = order.Length - 0.5;
        for (var i = 1; i < order.Length; i++)
        {
            if (factors[order[i]] == factors[order[i - 1]])
                continue;
            yield return new LineMark { X = [i - 0.5, i - 0.5], Y = [i - 0.5, edge], Tone = Tone.Ink };
            yield return new LineMark { X = [-0.5, i - 0.5], Y = [i - 0.5, i - 0.5], Tone = Tone.Ink };
        }
    }

    private static string Words(List<string> labels, double[,] correlations, int[] order)
    {
        var pairs = from i in Enumerable.Range(0, labels.Count)
                    from j in Enumerable.Range(0, i)
                    orderby correlations[order[i], order[j]]
                    select $"{labels[j]} with {labels[i]} {NumberText.Number(correlations[order[i], order[j]], 2, true)}";
        var sorted = pairs.ToList();
        return $"Matrix of the correlations of {labels.Count} variables: {string.Join(", ", labels)}."
            + (sorted.Count == 0 ? "" : $" Lowest: {sorted[0]}; highest: {sorted[^1]}.");
    }

    /// <summary>The correlations of a survey's items, reverse-keyed ones recoded, scale by scale.</summary>
    public static Figure DrawCorrelations(this SurveyData survey, string title = "Correlations of the items") =>
        survey.ItemCorrelations().Draw([.. survey.Codebook.Items.Select(item => item.Scale)], title);

    /// <summary>A matrix of correlations, in groups where the group of each row is given.</summary>
    public static Figure Draw(this ValidityMatrix matrix, IReadOnlyList<string>? groups = null, string title = "Correlations")
    {
        var values = new double[matrix.Names.Count, matrix.Names.Count];
        for (var i = 0; i < matrix.Names.Count; i++)
            for (var j = 0; j < matrix.Names.Count; j++)
                values[i, j] = matrix[i, j] ?? double.NaN;
        return Of(matrix.Names, values, groups, title);
    }
}
