namespace Pathwise.Sem.Implied;

/// <summary>Where a row of the parameter table sits in the model matrices.</summary>
/// <param name="TableRow">Index of the row in the table.</param>
/// <param name="Matrix">The matrix.</param>
/// <param name="Row">Row of the matrix, counted from 0; of a symmetric matrix the larger index.</param>
/// <param name="Column">Column, counted from 0; 0 for the vectors nu and alpha.</param>
/// <param name="Free">Position among the free parameters, counted from 0; -1 when the value is fixed.</param>
/// <param name="Fixed">The fixed value; NaN for a free cell, or a sample moment that is not yet known.</param>
internal readonly record struct ModelCell(
    int TableRow, ModelMatrix Matrix, int Row, int Column, int Free, double Fixed)
{
    /// <summary>True for an off-diagonal cell of a symmetric matrix, which stands there twice.</summary>
    public bool IsMirrored => Matrix is ModelMatrix.Psi or ModelMatrix.Theta && Row != Column;

    /// <summary>The cell's value at the free parameters.</summary>
    public double Value(ReadOnlySpan<double> free) => Free < 0 ? Fixed : free[Free];
}
