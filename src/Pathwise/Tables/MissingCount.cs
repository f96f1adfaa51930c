namespace Pathwise.Tables;

/// <summary>In how many cells of a column a code for a missing value stands.</summary>
internal sealed record MissingCount(string Column, string Code, int Count);
