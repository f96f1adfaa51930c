namespace Pathwise.Reporting.Plots.Paths;

/// <summary>The side of a variable that faces outwards.</summary>
internal enum Side
{
    Left,
    Right,
    Above,
    Below,
}
