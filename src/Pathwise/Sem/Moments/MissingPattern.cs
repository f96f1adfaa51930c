namespace Pathwise.Sem.Moments;

/// <summary>
/// Moments of the cases of a group that have the same variables: positions of these variables, the share of the group's cases, and
/// flat means and covariances (divided by the number of the pattern's cases, or as the likelihood asks when all are complete).
/// </summary>
/// <param name="Observed">Positions of the n variables that these cases have, ascending.</param>
/// <param name="Share">The share of the group's cases.</param>
/// <param name="Means">Means of the n variables.</param>
/// <param name="Covariance">Covariances S of the n variables, n x n.</param>
/// <param name="Roots">Rows whose cross products are S, r x n; none where one case is all there is.</param>
internal sealed record MissingPattern(int[] Observed, double Share, double[] Means, double[] Covariance, double[] Roots);
