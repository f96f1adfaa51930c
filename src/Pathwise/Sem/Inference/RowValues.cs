using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>Values of a table's rows as functions of the free parameters.</summary>
internal static class RowValues
{
    /// <summary>The value of each row; NaN for constraints.</summary>
    public static double[] Of(FitResult fit, double[] free)
    {
        var rows = fit.Table.Rows;
        var result = new double[rows.Count];
        Array.Fill(result, double.NaN);
        foreach (var (cells, g) in fit.Structure.Groups.Select((cells, g) => (cells, g)))
        {
            var moments = fit.Structure.Responses is null ? null : Updated(fit, g, free);
            foreach (var cell in cells.Where(cell => cell.TableRow >= 0))
                result[cell.TableRow] = moments?.Value(cell, free) ?? cell.Value(free);
        }

        var next = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Operator == Operator.Definition)
                result[i] = fit.Table.Definitions[next++].Function.Value(free);
        }

        return result;
    }

    private static ImpliedMoments Updated(FitResult fit, int group, double[] free)
    {
        var moments = new ImpliedMoments(fit.Structure, group);
        moments.Update(free);
        return moments;
    }

    /// <summary>The gradient of each row over the free parameters; null for rows that are fixed and for constraints.</summary>
    public static double[]?[] Gradients(FitResult fit, double[] free)
    {
        var next = 0;
        return [.. fit.Table.Rows.Select(row => row switch
        {
            { IsFree: true } => Unit(free.Length, row.Free - 1),
            { Operator: Operator.Definition } => Gradient(fit.Table.Definitions[next++].Function, free),
            _ => null,
        })];
    }

    private static double[] Unit(int count, int at)
    {
        var result = new double[count];
        result[at] = 1;
        return result;
    }

    private static double[] Gradient(ParameterFunction function, double[] free)
    {
        var gradient = new double[free.Length];
        function.Gradient(free, gradient);
        return gradient;
    }
}
