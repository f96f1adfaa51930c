namespace Pathwise.Sem.Moments;

/// <summary>How many cases of a group were used, and how many of it are in the data; the label is empty when there is one group.</summary>
[TypeFormatterSource]
public sealed record GroupUse(string Label, int Used, int Total);
