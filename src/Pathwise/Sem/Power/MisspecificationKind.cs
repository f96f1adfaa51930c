namespace Pathwise.Sem.Power;

/// <summary>Kinds of misspecification.</summary>
public enum MisspecificationKind
{
    /// <summary>None: the model holds.</summary>
    None,

    /// <summary>Items that load on another factor, too (McNeish and Wolf 2023).</summary>
    CrossLoading,

    /// <summary>Residuals of pairs of items that correlate .3, where there is one factor (McNeish and Wolf 2023).</summary>
    ResidualCorrelation,

    /// <summary>Disturbances of pairs of first-order factors of a second-order model that correlate .5 (dynamic's hier2).</summary>
    DisturbanceCorrelation,

    /// <summary>A direct path between structural variables that only indirect ones connect.</summary>
    OmittedPath,
}

/// <summary>Words of the kinds.</summary>
public static class MisspecificationKindText
{
    /// <summary>The kind in words.</summary>
    public static string Text(this MisspecificationKind kind) => kind switch
    {
        MisspecificationKind.CrossLoading => "cross-loadings",
        MisspecificationKind.ResidualCorrelation => "residual correlations",
        MisspecificationKind.DisturbanceCorrelation => "disturbance correlations",
        MisspecificationKind.OmittedPath => "omitted direct path",
        _ => "none",
    };
}
