namespace Pathwise.Multiverse.Plans;

/// <summary>A column that is computed from others, case by case; missing where one of them is.</summary>
/// <param name="Name">Its name, which no column of the data has.</param>
/// <param name="Kind">How it is computed.</param>
/// <param name="Columns">From which.</param>
/// <param name="Values">For <see cref="DerivationKind.Equals"/> the values for which it is 1 and not 0.</param>
[TypeFormatterSource]
public sealed record DerivedColumn(string Name, DerivationKind Kind, IReadOnlyList<string> Columns, IReadOnlyList<string> Values)
{
    /// <summary>From which.</summary>
    public IReadOnlyList<string> Columns { get; init => field = ValueList.Of(value); } = ValueList.Of(Columns);

    /// <summary>The values for which it is 1.</summary>
    public IReadOnlyList<string> Values { get; init => field = ValueList.Of(value); } = ValueList.Of(Values);
}
