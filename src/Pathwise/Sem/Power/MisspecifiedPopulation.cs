namespace Pathwise.Sem.Power;

/// <summary>A population that has more than a fitted model: what the model leaves out, and the covariances that it then has, p x p row-major.</summary>
internal sealed record MisspecifiedPopulation(Misspecification Misspecification, double[] Covariance);
