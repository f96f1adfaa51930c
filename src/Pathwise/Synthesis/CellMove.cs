namespace Pathwise.Synthesis;

/// <summary>One answer changed by a step up or down.</summary>
internal readonly record struct CellMove(int Row, int Item, int Step)
{
    /// <summary>The move that takes this one back.</summary>
    public CellMove Back => this with { Step = -Step };
}
