namespace Pathwise.Sem.Invariance;

/// <summary>A parameter that is no longer equal over groups.</summary>
/// <param name="Parameter">The parameter as the syntax writes it, such as <c>x3~1</c>.</param>
/// <param name="Score">The largest score test of its equalities (one degree of freedom each) in the model in which they held.</param>
/// <param name="PValue">Its p.</param>
[TypeFormatterSource]
public sealed record FreedEquality(string Parameter, double Score, double? PValue);
