using Pathwise.Numerics;
using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Effects;

/// <summary>
/// Effects of a compiled model of one group, raw and standardized, with their exact derivatives by the regressions and (residual) covariances
/// of its structural variables, on which alone they depend. One worker's; nothing is allocated by an update but for definitions.
/// </summary>
internal sealed class EffectGradients
{
    private readonly EffectCatalogue catalogue;
    private readonly EffectEvaluator effects;
    private readonly CompiledCell[] cells;
    private readonly int[] positions;
    private readonly int m;
    private readonly double[] raw;
    private readonly double[] standardized;
    private readonly double[] bySlope;
    private readonly double[] scratch;
    private readonly double[] moves;
    private readonly double[] ofRaw;
    private readonly double[] ofStandardized;

    public EffectGradients(CovarianceModel model, EffectCatalogue catalogue)
    {
        (this.catalogue, m, effects) = (catalogue, model.VariableCount, new EffectEvaluator(model.Table, catalogue));
        Parameters = [.. Enumerable.Range(0, model.FreeCount).Where(j => IsStructural(model.Free[j]))];
        (cells, positions) = ([.. Parameters.Select(j => model.Free[j])], [.. Parameters.Select(j => model.Positions[j])]);
        var count = catalogue.Entries.Count;
        (raw, standardized, bySlope, scratch) = (new double[count], new double[count], new double[count], new double[model.Table.FreeCount]);
        (moves, ofRaw, ofStandardized) = (new double[m * cells.Length], new double[count * cells.Length], new double[count * cells.Length]);
    }

    /// <summary>The free parameters of the model that effects depend on, counted from 0.</summary>
    public int[] Parameters { get; }

    /// <summary>The derivatives of an effect at the last update by each of these parameters.</summary>
    public ReadOnlySpan<double> Of(int effect, bool isStandardized) => Row(isStandardized ? ofStandardized : ofRaw, effect);

    /// <summary>
    /// Computes them for Beta, (I - Beta)^-1 and the covariances of the structural variables, each m x m; <paramref name="free"/> are the free
    /// parameters of the table.
    /// </summary>
    public void Update(ReadOnlySpan<double> beta, ReadOnlySpan<double> inverse, ReadOnlySpan<double> covariance, ReadOnlySpan<double> free)
    {
        effects.Evaluate(1, beta, covariance, raw, standardized);
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < cells.Length; j++)
                moves[(i * cells.Length) + j] = Move(cells[j], i, inverse, covariance);
        }

        for (var k = 0; k < catalogue.Entries.Count; k++)
            Differentiate(k, beta, covariance, free);
    }

    private bool IsStructural(CompiledCell cell) => cell.Matrix is CompiledMatrix.Beta or CompiledMatrix.Psi && cell.Row < m && cell.Column < m;

    private Span<double> Row(double[] matrix, int row) => matrix.AsSpan(row * cells.Length, cells.Length);

    // d ln(sd) of a variable: Psi_jk moves A Psi A' by the columns j and k of A, Beta_jk by column j of A and row k of A Psi A'.
    private double Move(CompiledCell cell, int i, ReadOnlySpan<double> inverse, ReadOnlySpan<double> covariance)
    {
        var left = inverse[(i * m) + cell.Row] / covariance[(i * m) + i];
        return cell.Matrix == CompiledMatrix.Beta ? left * covariance[(cell.Column * m) + i]
            : left * inverse[(i * m) + cell.Column] * (cell.IsVariance ? 0.5 : 1);
    }

    private void Differentiate(int k, ReadOnlySpan<double> beta, ReadOnlySpan<double> covariance, ReadOnlySpan<double> free)
    {
        var entry = catalogue.Entries[k];
        if (entry.Effect.Kind == EffectKind.Defined)
        {
            Define(k, free);
        }
        else if (entry.Effect.Kind >= EffectKind.Contrast)
        {
            Combine(k, raw, ofRaw);
            Combine(k, standardized, ofStandardized);
        }
        else
        {
            OfPair(k, beta, Math.Sqrt(covariance[(entry.First * m) + entry.First]) / Math.Sqrt(covariance[(entry.Second * m) + entry.Second]));
        }
    }

    // An effect is standardized by the ratio of two standard deviations.
    private void OfPair(int k, ReadOnlySpan<double> beta, double ratio)
    {
        var entry = catalogue.Entries[k];
        Span<double> plain = Row(ofRaw, k), scaled = Row(ofStandardized, k);
        ReadOnlySpan<double> cause = Row(moves, entry.First), outcome = Row(moves, entry.Second);
        for (var j = 0; j < cells.Length; j++)
        {
            plain[j] = cells[j].Matrix == CompiledMatrix.Beta ? Slope(entry, cells[j], beta) : 0;
            scaled[j] = (plain[j] * ratio) + (standardized[k] * (cause[j] - outcome[j]));
        }
    }

    // d(I - E)^-1 = (I - E)^-1 dE (I - E)^-1.
    private double Slope(EffectEntry entry, CompiledCell cell, ReadOnlySpan<double> beta)
    {
        if (entry.Path.Length > 0)
            return Others(entry.Path, cell, beta);
        if (!effects.IsEdge(cell.Row, cell.Column))
            return 0;
        var total = effects.Total(entry.Second, cell.Row) * effects.Total(cell.Column, entry.First);
        return entry.Effect.Kind == EffectKind.TotalIndirect && cell.Row == entry.Second && cell.Column == entry.First ? total - 1 : total;
    }

    // The product of a path's other coefficients; it goes through no variable twice.
    private double Others(int[] path, CompiledCell cell, ReadOnlySpan<double> beta)
    {
        var (product, isOnPath) = (1.0, false);
        for (var i = 1; i < path.Length; i++)
        {
            if (path[i] == cell.Row && path[i - 1] == cell.Column)
                isOnPath = true;
            else
                product *= beta[(path[i] * m) + path[i - 1]];
        }

        return isOnPath ? product : 0;
    }

    private void Combine(int k, double[] values, double[] slopes)
    {
        var entry = catalogue.Entries[k];
        var (scale, share) = entry.Effect.Kind == EffectKind.ProportionMediated ? (1 / values[entry.Second], values[k]) : (1, 1);
        Span<double> one = Row(slopes, entry.First), other = Row(slopes, entry.Second), target = Row(slopes, k);
        for (var j = 0; j < cells.Length; j++)
            target[j] = scale * (one[j] - (share * other[j]));
    }

    private void Define(int k, ReadOnlySpan<double> free)
    {
        var definition = catalogue.Entries[k].First;
        catalogue.Arguments.RawSlopes(definition, free, scratch);
        for (var j = 0; j < cells.Length; j++)
            Row(ofRaw, k)[j] = scratch[positions[j]];
        catalogue.Arguments.StandardizedSlopes(definition, standardized, bySlope);
        var target = Row(ofStandardized, k);
        target.Clear();
        for (var effect = 0; effect < bySlope.Length; effect++)
        {
            if (bySlope[effect] != 0)
                VectorKernels.AddScaled(bySlope[effect], Row(ofStandardized, effect), target);
        }
    }
}
