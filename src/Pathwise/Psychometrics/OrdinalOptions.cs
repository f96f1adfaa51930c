using System.Globalization;
using Pathwise.Numerics;

namespace Pathwise.Psychometrics;

/// <summary>How intervals of the reliability of ordered items are drawn.</summary>
[TypeFormatterSource]
public sealed record OrdinalOptions
{
    /// <summary>Number of resamples of the cases; 0 for no intervals.</summary>
    public int Resamples { get; init; }

    /// <summary>The seed; resample i is drawn from the stream of (seed, i). Needed with resamples.</summary>
    public long? Seed { get; init; }

    /// <summary>Level of the intervals.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Number of threads; it changes no digit of the result. 0 takes one for each processor.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>These options, or a refusal of what has no meaning: to be asked before any work.</summary>
    /// <exception cref="InputException">A number is out of its range, or resamples have no seed.</exception>
    public OrdinalOptions Checked()
    {
        ConfidenceLevel.Require(Level);
        return this switch
        {
            { Resamples: < 0 or 1 } => throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{Resamples} bootstrap samples; expected at least 2, or 0 for no intervals.")),
            { Resamples: > 0, Seed: null } => throw new InputException("A seed is needed for resamples: give any whole number, and the result can be repeated."),
            { Threads: < 0 } => throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The number of threads is {Threads}; expected 1 or more, or 0 for one for each processor.")),
            _ => this,
        };
    }
}
