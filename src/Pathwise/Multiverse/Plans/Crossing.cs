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

/// <summary>Crossings as plans write them.</summary>
internal static class CrossingWords
{
    public static IReadOnlyDictionary<string, Crossing> All { get; } = new Dictionary<string, Crossing> { ["all"] = Crossing.All, ["core"] = Crossing.Core, ["alone"] = Crossing.Alone };

    /// <summary>The word for a crossing.</summary>
    public static string Text(Crossing crossing) => All.First(each => each.Value == crossing).Key;
}
