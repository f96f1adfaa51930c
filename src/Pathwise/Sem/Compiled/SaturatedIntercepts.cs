using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Compiled;

/// <summary>
/// Intercepts under saturated means: with eta the means of the structural variables, those of observed variables among them being the
/// sample's and those of latent ones following from what affects them, alpha = eta - B eta and nu = m - Lambda eta. One worker's; nothing is
/// allocated by a draw.
/// </summary>
internal sealed class SaturatedIntercepts
{
    private readonly int m;
    private readonly int[] observedOf;
    private readonly double[] fixedMeans;
    private readonly bool areLatentMeansZero;
    private readonly Implied.ModelCell[] intercepts;
    private readonly Implied.ModelCell[] thresholds;
    private readonly Implied.ModelCell[][] loadings;
    private readonly double[] means;
    private readonly double[] rest;
    private readonly double[] system;
    private readonly double[] inverse;

    public SaturatedIntercepts(ParameterTable table, int group = 1)
    {
        var structure = ModelStructure.Of(table);
        var cells = structure.Groups[group - 1];
        m = structure.Latents.Count;
        observedOf = [.. structure.Latents.Select(name => structure.Observed.ToList().IndexOf(name))];
        (fixedMeans, means, rest, system, inverse) = (new double[m], new double[m], new double[m], new double[m * m], new double[m * m]);
        foreach (var cell in cells.Where(cell => cell.Matrix == Implied.ModelMatrix.Alpha && cell.Free < 0 && observedOf[cell.Row] < 0))
            fixedMeans[cell.Row] = cell.Fixed;
        areLatentMeansZero = fixedMeans.All(mean => mean == 0)
            && !cells.Any(cell => cell.Matrix == Implied.ModelMatrix.Beta && observedOf[cell.Row] < 0 && observedOf[cell.Column] >= 0);
        intercepts = [.. cells.Where(cell => cell.Matrix is Implied.ModelMatrix.Nu or Implied.ModelMatrix.Alpha && cell.Free >= 0)];
        thresholds = [.. cells.Where(cell => cell.Matrix == Implied.ModelMatrix.Tau)];
        loadings = [.. Enumerable.Range(0, structure.Observed.Count).Select(i => cells.Where(cell => cell.Matrix == Implied.ModelMatrix.Lambda && cell.Row == i).ToArray())];
    }

    /// <summary>
    /// True where every observed variable of a group has an intercept that is free and that no constraint names, or a mean that is the
    /// sample's, and no latent mean is free.
    /// </summary>
    public static bool Suit(ParameterTable table, int group)
    {
        var rows = table.Rows.Where(row => row.Group == group && row.Operator == Operator.Intercept).ToDictionary(row => row.Lhs);
        return table.LatentVariables.All(name => !rows.TryGetValue(name, out var row) || !row.IsFree)
            && table.ObservedVariables.All(name => rows.TryGetValue(name, out var row) && (row.IsSampleMoment || (row.IsFree && !IsTied(table, row))));
    }

    /// <summary>
    /// True where every threshold of a group's ordered variables is free and named by no constraint, their intercepts are zero and scales one, and the
    /// intercepts of continuous variables are free as in <see cref="Suit"/>.
    /// </summary>
    public static bool SuitOrdered(ParameterTable table, int group)
    {
        var ordered = table.OrderedVariables.ToHashSet();
        return table.Rows.Where(row => row.Group == group).All(row => row.Operator switch
        {
            Operator.Threshold => row.IsFree && !IsTied(table, row),
            Operator.Scale => !row.IsFree && row.FixedValue == 1,
            Operator.Intercept when ordered.Contains(row.Lhs) || table.LatentVariables.Contains(row.Lhs) => !row.IsFree && row.FixedValue is null or 0,
            Operator.Intercept => row.IsFree && !IsTied(table, row),
            _ => true,
        });
    }

    /// <summary>
    /// Writes the free thresholds among the parameters of the table, from those of each variable's responses; <see cref="Write"/> went before.
    /// </summary>
    public void WriteThresholds(double[][] ofResponses, Span<double> values)
    {
        foreach (var cell in thresholds)
            values[cell.Free] = ofResponses[cell.Row][cell.Column] + Measured(cell.Row, values);
    }

    /// <summary>Writes the free intercepts among the parameters of the table, for Beta (m x m) and the sample's means.</summary>
    public void Write(ReadOnlySpan<double> beta, ReadOnlySpan<double> sample, Span<double> values)
    {
        StructuralMeans(beta, sample);
        foreach (var cell in intercepts)
        {
            values[cell.Free] = cell.Matrix == Implied.ModelMatrix.Alpha
                ? means[cell.Row] - VectorKernels.Dot(beta.Slice(cell.Row * m, m), means)
                : sample[cell.Row] - Measured(cell.Row, values);
        }
    }

    private static bool IsTied(ParameterTable table, Parameter row) =>
        table.Constraints.Any(constraint => constraint.Difference.Positions.Contains(row.Free - 1));

    private double Measured(int row, ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var cell in loadings[row])
            sum += cell.Value(values) * means[cell.Column];
        return sum;
    }

    private void StructuralMeans(ReadOnlySpan<double> beta, ReadOnlySpan<double> sample)
    {
        for (var k = 0; k < m; k++)
            means[k] = rest[k] = observedOf[k] >= 0 ? sample[observedOf[k]] : fixedMeans[k];
        if (areLatentMeansZero)
            return;
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
                system[(i * m) + j] = (i == j ? 1 : 0) - (observedOf[i] >= 0 ? 0 : beta[(i * m) + j]);
        }

        FlatMatrix.TryInvertLoops(system, inverse, m);
        for (var k = 0; k < m; k++)
            means[k] = VectorKernels.Dot(inverse.AsSpan(k * m, m), rest);
    }
}
