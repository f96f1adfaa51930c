namespace Pathwise.Sem.Effects;

/// <summary>A value of a moderator at which an effect is stated.</summary>
/// <param name="Moderator">The moderator.</param>
/// <param name="Value">Its value in the sample, in its own unit, not centred; of a latent moderator the distance from its mean.</param>
/// <param name="Label">What the value is, such as <c>mean + SD</c>; empty for a value that was given as a number.</param>
/// <param name="IsOutside">True where no case of the data reaches the value.</param>
[TypeFormatterSource]
public sealed record ModeratorCondition(string Moderator, double Value, string Label, bool IsOutside)
{
    /// <summary>The condition in words, such as <c>w = 1.5</c> or <c>w = 1.5 (mean)</c>.</summary>
    public string Text => FormattableString.Invariant($"{Moderator} = {Value:0.####}") + (Label.Length > 0 ? $" ({Label})" : "") + (IsOutside ? ", outside the data" : "");
}
