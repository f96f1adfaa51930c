using System.Globalization;

namespace Pathwise.Sem.Categorical;

/// <summary>How thresholds and correlations of ordered and continuous variables are estimated.</summary>
[TypeFormatterSource]
public sealed record CategoricalOptions
{
    /// <summary>The variables whose values are ordered categories; all of them when null, and none when empty.</summary>
    public IReadOnlyList<string>? Ordered { get; init => field = ValueList.Of(value); }

    /// <summary>What is done about empty cells.</summary>
    public EmptyCellRule EmptyCells { get; init; } = EmptyCellRule.HalfInTwoByTwo;

    /// <summary>Which cases are left out where values are missing.</summary>
    public CaseDeletion Deletion { get; init; } = CaseDeletion.Listwise;

    /// <summary>The most categories that an ordered variable may have; one with more is refused as one that is nearly continuous.</summary>
    public int MostCategories { get; init; } = 20;

    /// <summary>These options, or a refusal of what has no meaning whatever the data.</summary>
    /// <exception cref="InputException">The most categories are fewer than two.</exception>
    public CategoricalOptions Checked() => MostCategories >= 2
        ? this
        : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The most categories are {MostCategories}; expected at least 2."));
}
