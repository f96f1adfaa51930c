using Pathwise.Sem.Effects;

namespace Pathwise.Sem.Moderation;

/// <summary>
/// The regression line of a variable on another at values of the moderators (Aiken and West, 1991), all else held at its mean: a straight line from the smallest to the largest value
/// of the cause.
/// </summary>
/// <param name="Effect">The conditional direct effect, whose estimate is the slope.</param>
/// <param name="Slope">The slope.</param>
/// <param name="From">The smallest value of the cause.</param>
/// <param name="To">The largest.</param>
/// <param name="AtFrom">What the regression predicts there.</param>
/// <param name="AtTo">And at the other end.</param>
[TypeFormatterSource]
public sealed record SimpleSlope(Effect Effect, double Slope, double From, double To, double AtFrom, double AtTo);
