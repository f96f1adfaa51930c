namespace Pathwise.Sem.Sensitivity;

/// <summary>One of several mediators whose disturbances correlate with that of the outcome.</summary>
/// <param name="Mediator">The mediator.</param>
/// <param name="Weight">
/// What a disturbance covariance of one with the outcome takes from the indirect effect: the effect is zero on the plane on which the weighted covariances
/// sum to it.
/// </param>
/// <param name="Alone">The correlation of this mediator alone at which the effect is zero; null where there is none.</param>
[TypeFormatterSource]
public sealed record MediatorShare(string Mediator, double Weight, double? Alone);
