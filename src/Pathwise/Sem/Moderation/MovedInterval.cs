using Pathwise.Numerics;
using Pathwise.Sem.Intervals;

namespace Pathwise.Sem.Moderation;

/// <summary>The interval of an effect as its moderator moves.</summary>
/// <param name="Kind">The kind of interval.</param>
/// <param name="Level">Its level.</param>
/// <param name="Degree">The degree of the effect as a polynomial in the moderator.</param>
/// <param name="Estimate">The effect in the sample.</param>
/// <param name="Draws">The effect in the draws, in an order of their own; empty where there are none.</param>
/// <param name="LeftOut">The effect without each case in turn; empty where that is not known.</param>
/// <param name="Bounds">The interval; null where it does not exist.</param>
internal sealed record MovedInterval(
    IntervalKind Kind, double Level, int Degree, Func<double, double> Estimate, Func<double, double[]> Draws, Func<double, double[]> LeftOut, Func<double, Interval?> Bounds);
