namespace Pathwise.Sem.Intervals;

/// <summary>How the hypothesis is tested that an indirect effect is zero.</summary>
public enum MediationTestKind
{
    /// <summary>The largest p of the path's coefficients (MacKinnon et al., 2002): an intersection-union test.</summary>
    JointSignificance,

    /// <summary>The estimate by its delta-method standard error (Sobel, 1982).</summary>
    Sobel,

    /// <summary>
    /// Likelihood-ratio test against the model in which the effect is zero (model-based constrained optimization; Tofighi and Kelley, 2020).
    /// </summary>
    Mbco,

    /// <summary>The level at which the percentile interval of the bootstrap reaches zero.</summary>
    Percentile,

    /// <summary>The adaptive bootstrap for the composite null hypothesis (He, Song and Xu, 2024), of paths with two coefficients.</summary>
    Adaptive,
}

/// <summary>Tests of indirect effects as options and JSON name them, and as readers do.</summary>
public static class MediationTestKindText
{
    /// <summary>The name, such as <c>mbco</c>.</summary>
    public static string Text(this MediationTestKind kind) => kind switch
    {
        MediationTestKind.JointSignificance => "joint",
        MediationTestKind.Sobel => "sobel",
        MediationTestKind.Mbco => "mbco",
        MediationTestKind.Percentile => "percentile",
        MediationTestKind.Adaptive => "adaptive",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a test of an indirect effect."),
    };

    /// <summary>The test in words, as the first of a row.</summary>
    internal static string Heading(this MediationTestKind kind) => kind switch
    {
        MediationTestKind.JointSignificance => "Joint significance",
        MediationTestKind.Mbco => "Likelihood ratio (MBCO)",
        MediationTestKind.Percentile => "Percentile bootstrap",
        MediationTestKind.Adaptive => "Adaptive bootstrap",
        _ => "Sobel",
    };

    /// <summary>True for tests that rest on bootstrap replicates.</summary>
    public static bool IsOfBootstrap(this MediationTestKind kind) => kind is MediationTestKind.Percentile or MediationTestKind.Adaptive;
}
