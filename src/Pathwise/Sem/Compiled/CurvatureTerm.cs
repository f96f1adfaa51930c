namespace Pathwise.Sem.Compiled;

/// <summary>
/// One product that the second derivatives of Sigma add to the Hessian: factor times tr(D u v'), u and v two columns, times
/// an element of (I - Beta)^-1 or of the covariance of the structural variables.
/// </summary>
/// <param name="Target">Place in the Hessian (upper triangle).</param>
/// <param name="Residual">Place of (u, v) among the residual products U'DU.</param>
/// <param name="Factor">Twice the scale of the first parameter, times what the derivative brings.</param>
/// <param name="Element">Place among the elements of both small matrices.</param>
internal readonly record struct CurvatureTerm(int Target, int Residual, int Element, double Factor);
