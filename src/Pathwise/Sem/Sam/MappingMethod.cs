namespace Pathwise.Sem.Sam;

/// <summary>Which weights the matrix M has that maps indicators to latent variables, M Lambda = I; lavaan's <c>M.method</c>.</summary>
public enum MappingMethod
{
    /// <summary>The inverse of the residual covariances: Bartlett's scores.</summary>
    ML,

    /// <summary>The inverse of the sample's covariances.</summary>
    GLS,

    /// <summary>None.</summary>
    ULS,
}
