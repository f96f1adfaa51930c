namespace Pathwise.Sem.Categorical;

/// <summary>
/// A variable of a sample by itself. An ordered one has c categories (the values that occur, ascending) with their counts and c - 1 thresholds,
/// the standard normal quantiles of the cumulative shares; a continuous one has a mean and a variance (divisor n).
/// </summary>
/// <param name="Name">The variable.</param>
/// <param name="IsOrdered">Whether its values are ordered categories.</param>
/// <param name="Count">The cases that have a value.</param>
/// <param name="Categories">The values that occur; none of a continuous variable.</param>
/// <param name="Counts">How many cases have each.</param>
/// <param name="Thresholds">The thresholds between neighbouring categories, on the scale of a standard normal response.</param>
/// <param name="Unchosen">Whole numbers between the lowest and the highest answer that no case has; they have no threshold.</param>
/// <param name="Mean">The mean; null of an ordered variable.</param>
/// <param name="Variance">The variance with divisor n; null of an ordered variable, whose response has one by definition.</param>
[TypeFormatterSource]
public sealed record CategoricalVariable(
    string Name,
    bool IsOrdered,
    int Count,
    IReadOnlyList<double> Categories,
    IReadOnlyList<int> Counts,
    IReadOnlyList<double> Thresholds,
    IReadOnlyList<int> Unchosen,
    double? Mean,
    double? Variance)
{
    /// <summary>The values that occur, ascending.</summary>
    public IReadOnlyList<double> Categories { get; init => field = ValueList.Of(value); } = ValueList.Of(Categories);

    /// <summary>How many cases have each.</summary>
    public IReadOnlyList<int> Counts { get; init => field = ValueList.Of(value); } = ValueList.Of(Counts);

    /// <summary>The thresholds between neighbouring categories.</summary>
    public IReadOnlyList<double> Thresholds { get; init => field = ValueList.Of(value); } = ValueList.Of(Thresholds);

    /// <summary>Whole numbers between the lowest and the highest answer that no case has.</summary>
    public IReadOnlyList<int> Unchosen { get; init => field = ValueList.Of(value); } = ValueList.Of(Unchosen);
}
