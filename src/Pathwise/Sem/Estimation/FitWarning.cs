namespace Pathwise.Sem.Estimation;

/// <summary>Something a reader of the fit must know: a stable code and a sentence.</summary>
[TypeFormatterSource]
public sealed record FitWarning(string Code, string Message);
