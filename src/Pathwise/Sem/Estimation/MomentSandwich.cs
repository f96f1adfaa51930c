using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>D' W G W D for the derivatives D of continuous variables' moments, weights W and the fourth-order moments G of the cases (Browne 1984).</summary>
internal static class MomentSandwich
{
    /// <summary>Of all groups, weighted by their shares of the cases, t x t.</summary>
    public static double[] Middle(ModelStructure structure, double[] free, IReadOnlyList<SampleMoments> samples, ResponseWeighting weighting)
    {
        var (t, result, total) = (free.Length, new double[free.Length * free.Length], (double)samples.Sum(sample => sample.Count));
        for (var g = 0; g < samples.Count; g++)
        {
            var moments = new ImpliedMoments(structure, g);
            moments.Update(free);
            var slopes = MomentWeights.Of(weighting, samples[g], structure.HasMeans).Times(Rows(moments, t, structure.HasMeans));
            var (fourth, spread, product) = (samples[g].FourthOrder(structure.HasMeans), new double[slopes.Length], new double[t * t]);
            FlatMatrix.Multiply(slopes, fourth.Asymptotic, spread, t, fourth.Size, fourth.Size);
            FlatMatrix.MultiplyTransposed(slopes, spread, product, t, fourth.Size, t);
            VectorKernels.AddScaled(samples[g].Count / total, product, result);
        }

        return result;
    }

    /// <summary>Derivatives of a group's moments by the free parameters, a row of m for each: cells that share a parameter are added.</summary>
    public static double[] Rows(ImpliedMoments moments, int parameters, bool hasMeans)
    {
        var (source, p) = (ImpliedDerivatives.Of(moments), moments.Size);
        var cells = MomentRows.Of(source, p, hasMeans);
        var m = (p * (p + 1) / 2) + (hasMeans ? p : 0);
        var rows = new double[parameters * m];
        for (var k = 0; k < source.Positions.Length; k++)
            VectorKernels.AddScaled(1, cells.AsSpan(k * m, m), rows.AsSpan(source.Positions[k] * m, m));
        return rows;
    }
}
