namespace Pathwise.Sem.Power;

/// <summary>An index by lavaan's name.</summary>
[TypeFormatterSource]
public sealed record NamedIndex(string Index, double? Value);
