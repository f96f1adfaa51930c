namespace Pathwise.Multiverse.Plans;

/// <summary>A condition under which an option is possible: that another decision is made in one of these ways.</summary>
/// <param name="Decision">The other decision.</param>
/// <param name="Options">Its options.</param>
[TypeFormatterSource]
public sealed record OptionCondition(string Decision, IReadOnlyList<string> Options)
{
    /// <summary>Its options.</summary>
    public IReadOnlyList<string> Options { get; init => field = ValueList.Of(value); } = ValueList.Of(Options);
}
