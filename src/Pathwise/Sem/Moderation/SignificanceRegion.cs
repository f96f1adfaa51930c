using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;

namespace Pathwise.Sem.Moderation;

/// <summary>
/// Where, along a moderator, the interval of an effect excludes zero (Johnson and Neyman, 1936; for indirect effects Preacher, Rucker and Hayes, 2007): all bounds
/// inside the range of the data, whatever lies between them: they are looked for where the estimate, its error or the draws say that a bound can change its sign.
/// </summary>
[TypeFormatterSource]
public sealed record SignificanceRegion
{
    /// <summary>The effect.</summary>
    public required Effect Effect { get; init; }

    /// <summary>The moderator.</summary>
    public required string Moderator { get; init; }

    /// <summary>The kind of interval.</summary>
    public required IntervalKind Kind { get; init; }

    /// <summary>Its level.</summary>
    public required double Level { get; init; }

    /// <summary>The values of the moderator at which a bound of the interval is zero, ascending.</summary>
    public required IReadOnlyList<double> Roots { get; init => field = ValueList.Of(value); }

    /// <summary>The stretches between them, from the smallest to the largest value of the data (three standard deviations on either side of a latent moderator).</summary>
    public required IReadOnlyList<RegionSegment> Segments { get; init => field = ValueList.Of(value); }

    /// <summary>The moderator in each case, ascending; empty of a latent one.</summary>
    public required IReadOnlyList<double> Data { get; init => field = ValueList.Of(value); }

    /// <summary>The effect and its interval over the same range.</summary>
    public required IReadOnlyList<ConditionalPoint> Curve { get; init => field = ValueList.Of(value); }
}
