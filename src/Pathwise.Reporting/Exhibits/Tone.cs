namespace Pathwise.Reporting.Exhibits;

/// <summary>A colour by its role; each has a shade for light and one for dark paper, told apart by colour-blind readers.</summary>
public enum Tone
{
    /// <summary>The first series, and what is positive.</summary>
    Blue,

    /// <summary>The second series, and what is negative.</summary>
    Vermilion,

    /// <summary>The third series.</summary>
    Green,

    /// <summary>The fourth series.</summary>
    Purple,

    /// <summary>The fifth series.</summary>
    Amber,

    /// <summary>Text and outlines.</summary>
    Ink,

    /// <summary>What stays in the background: grids, rules, uncertain paths.</summary>
    Muted,
}
