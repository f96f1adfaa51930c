namespace Pathwise.Psychometrics;

/// <summary>Why a resample gives no reliability of ordered items. A category that it lost is none: the item has one threshold less in it.</summary>
public enum ResampleTrouble
{
    /// <summary>An item has the same answer in all cases.</summary>
    ConstantItem,

    /// <summary>The search for the loadings did not end.</summary>
    NotConverged,

    /// <summary>An item would have no variance of its own, or a negative one.</summary>
    Improper,
}

/// <summary>Reasons in words.</summary>
public static class ResampleTroubleText
{
    /// <summary>The reason as a note names it.</summary>
    public static string Text(this ResampleTrouble trouble) => trouble switch
    {
        ResampleTrouble.ConstantItem => "an item that did not vary",
        ResampleTrouble.NotConverged => "a search that did not end",
        _ => "an improper solution",
    };
}
