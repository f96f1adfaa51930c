using Pathwise.Numerics;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Sam;

/// <summary>Scores of cases on the structural variables: M (y - mean) on factors, the values themselves of observed variables.</summary>
internal static class MappedScores
{
    /// <summary>The scores, n x K.</summary>
    public static double[] Of(SamDesign design, LatentMapping mapping, SampleMoments sample)
    {
        var (n, p, k) = (sample.Count, sample.Names.Count, design.Variables.Count);
        var (cases, scores) = (sample.Cases!.ToRowMajorArray(), new double[n * k]);
        Write(cases, [.. sample.Means!], mapping.Matrix, p, k, IsFactor(design), scores);
        return scores;
    }

    /// <summary>For each structural variable whether it is a factor.</summary>
    public static bool[] IsFactor(SamDesign design) => [.. design.Variables.Select(name => design.Parts.Blocks.Any(block => block.Factors.Contains(name)))];

    /// <summary>Writes the scores of n x p cases with these means.</summary>
    public static void Write(double[] cases, double[] means, double[] matrix, int p, int k, bool[] isFactor, double[] scores)
    {
        var origins = new double[k];
        for (var j = 0; j < k; j++)
            origins[j] = isFactor[j] ? VectorKernels.Dot(matrix.AsSpan(j * p, p), means) : 0;
        FlatMatrix.MultiplyTransposed(cases, matrix, scores, cases.Length / p, p, k);
        for (var i = 0; i < scores.Length; i++)
            scores[i] -= origins[i % k];
    }
}
