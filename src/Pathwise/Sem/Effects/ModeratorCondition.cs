namespace Pathwise.Sem.Effects;

/// <summary>A value of a moderator at which an effect is stated.</summary>
/// <param name="Moderator">The moderator.</param>
/// <param name="Value">Its value in the sample, in its own unit, not centred; of a latent moderator the distance from its mean.</param>
/// <param name="Label">What the value is, such as <c>mean + SD</c>; empty for a value that was given as a number.</param>
/// <param name="IsOutside">True where no case of the data reaches the value.</param>
[TypeFormatterSource]
public sealed record ModeratorCondition(string Moderator, double Value, string Label, bool IsOutside)
{
    /// <summary>The category of a categorical moderator, whose value is the number of the category, counted from 1; empty of any other.</summary>
    public string Category { get; init; } = "";

    /// <summary>The condition in words, such as <c>w = 1.5</c>, <c>w = 1.5 (mean)</c> or <c>department = sales</c>.</summary>
    public string Text => Category.Length > 0 ? $"{Moderator} = {Category}" : FormattableString.Invariant($"{Moderator} = {Value:0.####}") + (Label.Length > 0 ? $" ({Label})" : "") + (IsOutside ? ", outside the data" : "");

    /// <summary>A category of a moderator among all that it has.</summary>
    internal static ModeratorCondition OfCategory(string moderator, IReadOnlyList<string> categories, string category) =>
        new(moderator, categories.ToList().IndexOf(category) + 1, "", false) { Category = category };
}
