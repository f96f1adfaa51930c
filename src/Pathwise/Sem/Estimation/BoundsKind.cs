namespace Pathwise.Sem.Estimation;

/// <summary>
/// Which parameters are held between bounds made from the variances of the sample (lavaan's <c>bounds</c>; De Jonckere and Rosseel 2022).
/// </summary>
public enum BoundsKind
{
    /// <summary>No bounds.</summary>
    None,

    /// <summary>Variances between zero and the sample's, with loadings and covariances that go with them.</summary>
    Standard,

    /// <summary>The same, a little wider, so that slightly negative residual variances are within.</summary>
    Wide,

    /// <summary>Variances of observed and latent variables at least zero.</summary>
    PositiveVariances,

    /// <summary>Residual variances of observed variables at least zero.</summary>
    PositiveObservedVariances,

    /// <summary>Variances of latent variables at least zero.</summary>
    PositiveLatentVariances,
}

/// <summary>The words of kinds of bounds, which are lavaan's.</summary>
public static class BoundsKindWords
{
    /// <summary>The word, as <c>pos.var</c>.</summary>
    public static string Text(this BoundsKind kind) => kind switch
    {
        BoundsKind.None => "none",
        BoundsKind.Standard => "standard",
        BoundsKind.Wide => "wide",
        BoundsKind.PositiveVariances => "pos.var",
        BoundsKind.PositiveObservedVariances => "pos.ov.var",
        BoundsKind.PositiveLatentVariances => "pos.lv.var",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of bounds."),
    };
}
