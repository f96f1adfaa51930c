namespace Pathwise.Sem.Equivalents;

/// <summary>What joins two structural variables: an arrow, or a covariance of what the model leaves unexplained of them.</summary>
/// <param name="From">The cause; of a covariance the variable that the model names first.</param>
/// <param name="To">The variable acted upon; of a covariance the other one.</param>
/// <param name="IsArrow">True for an arrow.</param>
internal sealed record StructuralRelation(string From, string To, bool IsArrow)
{
    /// <summary>True when it joins these two, in either order.</summary>
    public bool Joins(string one, string other) => (From == one && To == other) || (From == other && To == one);
}
