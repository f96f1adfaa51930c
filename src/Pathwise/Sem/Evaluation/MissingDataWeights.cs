using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Evaluation;

/// <summary>
/// What a correction for missing values takes from one group's m saturated moments, whatever the model: m x m matrices, flat, of the information in
/// what is observed, W, and in complete cases, C, at the same moments, and for robust estimators of the cases' scores, J.
/// </summary>
/// <param name="Share">The group's share of the cases.</param>
/// <param name="Size">Number of moments, m.</param>
/// <param name="Free">tr(C W^-1), or with J tr(C W^-1 J W^-1).</param>
/// <param name="Used">The information of the estimator: W, or its expectation.</param>
/// <param name="Complete">C, zero for moments of exogenous variables alone.</param>
/// <param name="Cross">C W^-1 J; null without scores.</param>
/// <param name="FirstOrder">J; null without scores.</param>
internal sealed record MissingDataWeights(double Share, int Size, double Free, double[] Used, double[] Complete, double[]? Cross, double[]? FirstOrder)
{
    /// <summary>Those of all groups; null where the information of one has no inverse.</summary>
    public static IReadOnlyList<MissingDataWeights>? Of(FitResult fit)
    {
        var groups = Enumerable.Range(1, fit.Table.GroupCount).Select(group => Of(fit, group)).ToArray();
        return groups.Any(weights => weights is null) ? null : [.. groups.OfType<MissingDataWeights>()];
    }

    private static MissingDataWeights? Of(FitResult fit, int group)
    {
        var saturated = SaturatedGroup.AtSample(fit, group);
        var (share, m) = ((double)fit.Sample[group - 1].Count / fit.CaseCount, saturated.Vector.Count);
        var observed = saturated.Observed();
        if (Inverse(observed, m) is not { } inverse)
            return null;
        var complete = OfCompleteCases(saturated, m);
        var used = fit.Options.InformationUsed() == Information.Observed ? observed : saturated.Information(Information.Expected).ToRowMajorArray();
        if (!fit.Method.IsRobust)
            return new(share, m, VectorKernels.Dot(complete, inverse), used, complete, null, null);
        var scores = saturated.FirstOrder();
        var left = Matrix<double>.Build.Dense(m, m, complete) * Matrix<double>.Build.Dense(m, m, inverse);
        var cross = left * scores;
        return new(share, m, VectorKernels.Dot(cross.ToRowMajorArray(), inverse), used, complete, cross.ToRowMajorArray(), scores.ToRowMajorArray());
    }

    // The weight that complete cases would give to moments that have to do with exogenous variables alone is left out, as lavaan leaves it out.
    private static double[] OfCompleteCases(SaturatedGroup saturated, int m)
    {
        var information = saturated.CompleteInformation();
        bool[] isExogenous = [.. Enumerable.Range(0, m).Select(saturated.IsExogenous)];
        for (var i = 0; i < m * m; i++)
        {
            if (isExogenous[i / m] || isExogenous[i % m])
                information[i] = 0;
        }

        return information;
    }

    private static double[]? Inverse(double[] matrix, int m)
    {
        var (factor, inverse, scratch) = (matrix.ToArray(), new double[m * m], new double[m * m]);
        if (!Cholesky.TryFactor(factor, m))
            return null;
        Cholesky.Invert(factor, m, inverse, scratch);
        return inverse;
    }
}
