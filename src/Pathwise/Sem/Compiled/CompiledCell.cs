namespace Pathwise.Sem.Compiled;

/// <summary>Which matrix of the compiled model a parameter lies in.</summary>
internal enum CompiledMatrix
{
    /// <summary>Loadings of the p observed variables on the m structural ones.</summary>
    Lambda,

    /// <summary>Regressions among the structural variables.</summary>
    Beta,

    /// <summary>(Residual) covariances of the structural variables, symmetric.</summary>
    Psi,

    /// <summary>Residual covariances of the observed variables, symmetric.</summary>
    Theta,
}

/// <summary>A place in one of the model's matrices: row and column, the lower triangle of symmetric ones.</summary>
internal readonly record struct CompiledCell(CompiledMatrix Matrix, int Row, int Column)
{
    /// <summary>True on the diagonal of a symmetric matrix: a variance.</summary>
    public bool IsVariance => Matrix >= CompiledMatrix.Psi && Row == Column;
}
