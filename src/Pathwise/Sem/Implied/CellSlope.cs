namespace Pathwise.Sem.Implied;

/// <summary>
/// How a free cell changes the moments, in columns x, y and z of <see cref="ImpliedColumns"/>: dSigma = Scale (x y' + y x') and
/// dmu = Shift z.
/// </summary>
/// <param name="Cell">The cell.</param>
/// <param name="Left">Column x.</param>
/// <param name="Right">Column y.</param>
/// <param name="Scale">Zero where Sigma stays, a half for a variance, else one.</param>
/// <param name="Mean">Column z.</param>
/// <param name="Shift">Zero where mu stays.</param>
internal readonly record struct CellSlope(ModelCell Cell, int Left, int Right, double Scale, int Mean, double Shift);
