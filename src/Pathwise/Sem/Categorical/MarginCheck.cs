using System.Globalization;

namespace Pathwise.Sem.Categorical;

/// <summary>Refuses variables that have no correlation, or are not what they are declared to be.</summary>
internal static class MarginCheck
{
    /// <exception cref="InputException">The variable has fewer than two values, or too many to be ordered.</exception>
    public static void Require(Margin margin, CategoricalOptions options, string where)
    {
        if (Problem(margin, options) is { } problem)
            throw new InputException($"{where}: {problem}");
    }

    private static string? Problem(Margin margin, CategoricalOptions options) => margin switch
    {
        { Count: 0 } => $"no case has a value of {margin.Name}.",
        OrderedMargin { Categories: [var only] } => Text($"{margin.Name} is {only} in each of the {margin.Count} cases that have it; a variable that does not vary has no correlation. Leave it out."),
        OrderedMargin { Categories.Length: var count } when count > options.MostCategories => Text($"{margin.Name} is declared ordered and has {count} different values; at most {options.MostCategories} are expected. Take it as continuous (leave it out of the ordered variables), or join categories."),
        ContinuousMargin { Variance: 0 } continuous => Text($"{margin.Name} is {continuous.Mean} in each of the {margin.Count} cases that have it; a variable that does not vary has no correlation. Leave it out."),
        _ => null,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
