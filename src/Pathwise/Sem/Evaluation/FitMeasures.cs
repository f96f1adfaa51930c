using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Evaluation;

/// <summary>Fit indices under lavaan's names.</summary>
public static class FitMeasures
{
    /// <summary>
    /// Every measure by lavaan's name, in lavaan's order; null where undefined. Names of scaled and robust measures occur only
    /// where the estimator has them. <c>gfi</c> is lavaan's from 0.7 on (gamma hat), <c>gfi_lisrel</c> the older one; of ordered variables <c>rmsea.robust</c> is lavaan
    /// 0.6's, which divides by N - 1, and <c>rmsea.robust_n</c> that of 0.7, which divides by N.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, double?>> ByName(this FitIndices indices) =>
    [
        new("npar", indices.ParameterCount),
        new("fmin", indices.Minimum),
        .. Tests("", indices.Test, indices.ScaledTest),
        .. Tests("baseline.", indices.Baseline, indices.ScaledBaseline),
        new("cfi", indices.Incremental.Cfi),
        new("tli", indices.Incremental.Tli),
        .. Short(".scaled", indices.ScaledIncremental),
        .. Short(".robust", indices.RobustIncremental),
        .. Long("", indices.Incremental),
        .. Long(".scaled", indices.ScaledIncremental),
        .. indices.RobustIncremental is { } robust
            ? [new("nnfi.robust", robust.Tli), new("rni.robust", robust.Rni)]
            : Array.Empty<KeyValuePair<string, double?>>(),
        .. Likelihood(indices),
        .. Rmsea("", indices.RmseaIndex),
        new("rmsea.ci.level", RootMeanSquareError.Level),
        new("rmsea.close.h0", RootMeanSquareError.Close),
        new("rmsea.notclose.h0", RootMeanSquareError.NotClose),
        .. Rmsea(".scaled", indices.ScaledRmsea),
        .. Rmsea(".robust", indices.RobustRmsea),
        .. Rmsea(".robust_n", indices.RobustRmseaOverCases),
        .. Residuals(indices.Residuals),
        .. Absolute(indices),
    ];

    private static IEnumerable<KeyValuePair<string, double?>> Tests(string prefix, ChiSquareTest test, ChiSquareTest? scaled)
    {
        yield return new($"{prefix}chisq", test.Value);
        yield return new($"{prefix}df", test.DegreesOfFreedom);
        yield return new($"{prefix}pvalue", test.PValue);
        if (scaled is null)
            yield break;
        yield return new($"{prefix}chisq.scaled", scaled.Value);
        yield return new($"{prefix}df.scaled", scaled.ReferenceDegrees);
        yield return new($"{prefix}pvalue.scaled", scaled.PValue);
        yield return new($"{prefix}chisq.scaling.factor", scaled.ScalingFactor);
    }

    private static IEnumerable<KeyValuePair<string, double?>> Short(string suffix, IncrementalIndices? indices) => indices is null
        ? []
        : [new($"cfi{suffix}", indices.Cfi), new($"tli{suffix}", indices.Tli)];

    private static IEnumerable<KeyValuePair<string, double?>> Long(string suffix, IncrementalIndices? indices) => indices is null
        ? []
        :
        [
            new($"nnfi{suffix}", indices.Tli),
            new($"rfi{suffix}", indices.Rfi),
            new($"nfi{suffix}", indices.Nfi),
            new($"pnfi{suffix}", indices.Pnfi),
            new($"ifi{suffix}", indices.Ifi),
            new($"rni{suffix}", indices.Rni),
        ];

    private static IEnumerable<KeyValuePair<string, double?>> Likelihood(FitIndices indices)
    {
        yield return new("logl", indices.LogLikelihood);
        yield return new("unrestricted.logl", indices.SaturatedLogLikelihood);
        yield return new("aic", indices.Aic);
        yield return new("bic", indices.Bic);
        yield return new("ntotal", indices.CaseCount);
        yield return new("bic2", indices.AdjustedBic);
        if (indices.ModelScalingFactor is null)
            yield break;
        yield return new("scaling.factor.h1", indices.SaturatedScalingFactor);
        yield return new("scaling.factor.h0", indices.ModelScalingFactor);
    }

    private static IEnumerable<KeyValuePair<string, double?>> Rmsea(string suffix, RmseaIndex? index) => index is null
        ? []
        :
        [
            new($"rmsea{suffix}", index.Value),
            new($"rmsea.ci.lower{suffix}", index.Lower),
            new($"rmsea.ci.upper{suffix}", index.Upper),
            new($"rmsea.pvalue{suffix}", index.ClosePValue),
            new($"rmsea.notclose.pvalue{suffix}", index.NotClosePValue),
        ];

    private static IEnumerable<KeyValuePair<string, double?>> Residuals(ResidualIndices residuals) =>
    [
        new("rmr", residuals.Rmr),
        new("rmr_nomean", residuals.RmrNoMean),
        new("srmr", residuals.Srmr),
        new("srmr_bentler", residuals.SrmrBentler),
        new("srmr_bentler_nomean", residuals.SrmrBentlerNoMean),
        new("crmr", residuals.Crmr),
        new("crmr_nomean", residuals.CrmrNoMean),
        new("srmr_mplus", residuals.SrmrMplus),
        new("srmr_mplus_nomean", residuals.SrmrMplusNoMean),
    ];

    private static IEnumerable<KeyValuePair<string, double?>> Absolute(FitIndices indices) =>
    [
        .. Gamma("", indices.GammaHatIndex),
        new("gfi.ci.level", RootMeanSquareError.Level),
        .. Gamma(".robust", indices.RobustGammaHat),
        new("cn_05", indices.CriticalN05),
        new("cn_01", indices.CriticalN01),
        new("gfi_lisrel", indices.Gfi),
        new("agfi_lisrel", indices.Agfi),
        new("pgfi", indices.Pgfi),
        new("mfi", indices.Mfi),
        .. indices.Wrmr is null ? Array.Empty<KeyValuePair<string, double?>>() : [new("wrmr", indices.Wrmr)],
        new("ecvi", indices.Ecvi),
    ];

    private static IEnumerable<KeyValuePair<string, double?>> Gamma(string suffix, GammaHatIndex? index) => index is null
        ? []
        : [new($"gfi{suffix}", index.Value), new($"gfi.ci.lower{suffix}", index.Lower), new($"gfi.ci.upper{suffix}", index.Upper)];
}
