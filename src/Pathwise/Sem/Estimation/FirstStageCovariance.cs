using System.Runtime.CompilerServices;
using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>How the certainty of a first stage is known: whether data need not be normal, and by which information.</summary>
/// <param name="IsRobust">True for the sandwich of the information and the cases' scores.</param>
/// <param name="Information">The information about the saturated model; the observed one is right for values missing at random (Savalei 2010).</param>
internal readonly record struct FirstStageKind(bool IsRobust, Information Information);

/// <summary>
/// N times the asymptotic covariance G of the means and covariances that a first stage has found for the model's variables, m x m and row-major in the order of
/// <see cref="MomentVector"/>: the inverse of a case's information A about all moments of the stage, or A^-1 B A^-1 with the mean outer product B of the cases' scores
/// (Yuan and Bentler 2000; Savalei and Falk 2014). What helps to find the moments alone is then left out.
/// </summary>
internal static class FirstStageCovariance
{
    private static readonly ConditionalWeakTable<FirstStage, Dictionary<FirstStageKind, double[]?>> Known = [];

    /// <summary>The covariance; null where the information is singular. Computed once for a stage; not to be changed.</summary>
    public static double[]? Of(FirstStage stage, FirstStageKind kind)
    {
        var known = Known.GetValue(stage, _ => []);
        lock (known)
        {
            if (!known.TryGetValue(kind, out var covariance))
                known.Add(kind, covariance = Compute(stage, kind));
            return covariance;
        }
    }

    private static double[]? Compute(FirstStage stage, FirstStageKind kind)
    {
        var (whole, found) = (stage.Whole, stage.Search.Moments);
        var structure = ModelStructure.Of(MomentTables.Saturated(whole.Names));
        double[] values = [.. MomentVector.Whole(whole.Names).Values(found.Covariance, found.Means)];
        var objective = Discrepancies.Build(structure, [whole], [found], new() { Missing = MissingData.Fiml });
        objective.Value(values);
        var m = values.Length;
        var inverse = kind.Information == Information.Observed ? objective.ObservedInformation(values) : objective.Information();
        if (!Cholesky.TryFactor(inverse, m))
            return null;
        var (all, scratch) = (new double[m * m], new double[m * m]);
        Cholesky.Invert(inverse, m, all, scratch);
        if (kind.IsRobust)
        {
            FlatMatrix.Multiply(all, CaseScores.CrossProducts(structure, values, [whole]), scratch, m, m, m);
            FlatMatrix.Multiply(scratch, [.. all], all, m, m, m);
        }

        return Selected(all, m, stage.Kept, whole.Names.Count);
    }

    // The covariances of the first p variables are the first of all, and so are their means.
    private static double[] Selected(double[] all, int size, int p, int variables)
    {
        var covariances = p * (p + 1) / 2;
        int[] at = [.. Enumerable.Range(0, covariances), .. Enumerable.Range(MomentVector.PositionOfMean(0, variables), p)];
        return [.. from i in at from j in at select (all[(i * size) + j] + all[(j * size) + i]) / 2];
    }
}
