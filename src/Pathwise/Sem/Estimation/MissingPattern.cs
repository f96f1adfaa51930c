namespace Pathwise.Sem.Estimation;

/// <summary>
/// Moments of the cases of a group that have the same variables: positions of these variables, the share of the group's cases, and
/// flat means and covariances (divided by the number of the pattern's cases, or as the likelihood asks when all are complete).
/// </summary>
internal sealed record MissingPattern(int[] Observed, double Share, double[] Means, double[] Covariance);
