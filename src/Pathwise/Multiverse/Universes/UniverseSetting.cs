using Pathwise.Multiverse.Plans;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Multiverse.Universes;

/// <summary>One analysis, all options decided: what is fitted to which cases, and what is inferred from it.</summary>
internal sealed record UniverseSetting
{
    /// <summary>The model's syntax, all edits made.</summary>
    public required string Model { get; init; }

    /// <summary>How it is completed and estimated, and the column of groups.</summary>
    public required PlanSettings Settings { get; init; }

    /// <summary>Reasons of cleaning rules that are not followed.</summary>
    public required IReadOnlyList<string> Keep { get; init; }

    /// <summary>Rules that leave out cases besides.</summary>
    public required IReadOnlyList<RowRule> Exclude { get; init; }

    /// <summary>Columns computed from others.</summary>
    public required IReadOnlyList<DerivedColumn> Derive { get; init; }

    /// <summary>Items with a standardized loading below this are taken out; null for none.</summary>
    public double? DropBelow { get; init; }

    /// <summary>How concepts are measured.</summary>
    public MeasurementStrategy Measurement { get; init; }

    /// <summary>The effect of each claim, in their order; empty where there is none.</summary>
    public required IReadOnlyList<string> Effects { get; init; }

    /// <summary>The kind of interval; null for percentile with a bootstrap, and delta without.</summary>
    public IntervalKind? Interval { get; init; }

    /// <summary>What becomes of improper resamples.</summary>
    public ImproperRule Improper { get; init; } = ImproperRule.Keep;

    /// <summary>The level of intervals.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Whether claims are judged by standardized effects.</summary>
    public bool IsStandardized { get; init; } = true;

    /// <summary>How many resamples are used; null for all.</summary>
    public int? Resamples { get; init; }

    /// <summary>Whether the model or the data of a resample depend on its cases in a way that a plain fit does not know.</summary>
    public bool DependsOnSample => DropBelow is not null || Measurement is not (MeasurementStrategy.Latent or MeasurementStrategy.Sum or MeasurementStrategy.Mean);
}
