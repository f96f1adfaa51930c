namespace Pathwise.Auditing.Origins;

/// <summary>A quantity that was given to the making of a file of data, and what gave it, as "target n of targets.json".</summary>
internal sealed record GivenQuantity(string Name, string Origin);
