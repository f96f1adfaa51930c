namespace Pathwise.Sem.Categorical;

/// <summary>Something a reader of correlations of ordered variables must know: a stable code and a sentence that says what can be done.</summary>
[TypeFormatterSource]
public sealed record CategoricalWarning(string Code, string Message);
