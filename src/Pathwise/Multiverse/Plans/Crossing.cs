namespace Pathwise.Multiverse.Plans;

/// <summary>With which choices of the other decisions the options of a decision are combined.</summary>
public enum Crossing
{
    /// <summary>With all of them.</summary>
    All,

    /// <summary>With all of the decisions of type E; the others stay at their reference.</summary>
    Core,

    /// <summary>With none: every other decision stays at its reference.</summary>
    Alone,
}
