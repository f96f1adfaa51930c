namespace Pathwise.Surveys;

/// <summary>A value that stands for a missing answer in a column, and why the answer is missing: 98, don't know.</summary>
[TypeFormatterSource]
public sealed record MissingCode(string Code, string Reason);
