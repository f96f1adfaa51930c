namespace Pathwise.Sem.Categorical;

/// <summary>
/// A cell of a two-way table by the places of its four corners among those between categories; the outer edges share one place, where all is zero.
/// </summary>
/// <param name="Row">The first variable's category.</param>
/// <param name="Column">The second variable's.</param>
/// <param name="Last">The corner of both categories' upper thresholds.</param>
/// <param name="Above">That of the lower threshold of the row and the upper one of the column.</param>
/// <param name="Left">That of the upper threshold of the row and the lower one of the column.</param>
/// <param name="First">That of both lower thresholds.</param>
/// <param name="Independent">The product of the shares.</param>
internal readonly record struct CellCorners(int Row, int Column, int Last, int Above, int Left, int First, double Independent);
