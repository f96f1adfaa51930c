using System.Globalization;

namespace Pathwise.Sem.Moderation;

/// <summary>A value of a moderator as it is asked for: a number, or a place in the distribution of each sample.</summary>
/// <param name="Kind">What the value is made of.</param>
/// <param name="Number">The value, the number of standard deviations, or the percentage.</param>
internal sealed record ModeratorPoint(ModeratorPointKind Kind, double Number)
{
    /// <summary>The category of a categorical moderator; null of any other.</summary>
    public string? Category { get; init; }

    /// <summary>The mean and one standard deviation on either side.</summary>
    public static ModeratorPoint[] MeanAndDeviations { get; } = [new(ModeratorPointKind.Deviations, -1), new(ModeratorPointKind.Deviations, 0), new(ModeratorPointKind.Deviations, 1)];

    /// <summary>Whether the value is another one in every sample.</summary>
    public bool IsOfTheSample => Kind != ModeratorPointKind.Value;

    /// <summary>What the value is in words; empty for a number.</summary>
    public string Label => Kind switch
    {
        ModeratorPointKind.Value => "",
        ModeratorPointKind.Percentile => string.Create(CultureInfo.InvariantCulture, $"{Number:0.####} %"),
        _ when Number == 0 => "mean",
        _ => Number < 0 ? "mean - SD" : "mean + SD",
    };

    /// <summary>The value in a sample.</summary>
    public double In(ModeratorDistribution sample) => Kind switch
    {
        ModeratorPointKind.Value => Number,
        ModeratorPointKind.Percentile => sample.Percentile(Number / 100),
        _ => sample.Mean + (Number * sample.Deviation),
    };
}
