using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Multiverse.Plans;

/// <summary>What an option changes in the base analysis; empty for an option that leaves everything as it is.</summary>
[TypeFormatterSource]
public sealed record AnalysisChanges
{
    /// <summary>Another model in place of the base's.</summary>
    public ModelSpecification? Model { get; init; }

    /// <summary>Formulas of the model taken away (<c>y ~ x</c>, <c>x1 ~~ x2</c>, <c>f =~ x3</c>), before others are added.</summary>
    public IReadOnlyList<string> Remove { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>Formulas added to the model.</summary>
    public IReadOnlyList<string> Add { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>Options of the analysis by lavaan's names, in the words of the file of an analysis: estimator, missing, likelihood, std.lv, ordered, group, ...</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init => field = ValueDictionary.Of(value); } = ValueDictionary.Of(new Dictionary<string, string>());

    /// <summary>Reasons of the codebook's cleaning rules that are not followed.</summary>
    public IReadOnlyList<string> Keep { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>Rules that leave out cases besides.</summary>
    public IReadOnlyList<RowRule> Exclude { get; init => field = ValueList.Of(value); } = ValueList.Of<RowRule>([]);

    /// <summary>Items taken out of the model.</summary>
    public IReadOnlyList<string> Drop { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>Whether the items that the codebook calls reversed are taken out.</summary>
    public bool DropsReversed { get; init; }

    /// <summary>Items whose standardized loading in the model with all items is below this are taken out, anew in each resample; null for no such rule.</summary>
    public double? DropBelow { get; init; }

    /// <summary>Columns computed from others.</summary>
    public IReadOnlyList<DerivedColumn> Derive { get; init => field = ValueList.Of(value); } = ValueList.Of<DerivedColumn>([]);

    /// <summary>How concepts are measured; null leaves it.</summary>
    public MeasurementStrategy? Measurement { get; init; }

    /// <summary>What the effects of claims are called under this option, by the claim's name; an empty text where there is none.</summary>
    public IReadOnlyDictionary<string, string> Claims { get; init => field = ValueDictionary.Of(value); } = ValueDictionary.Of(new Dictionary<string, string>());

    /// <summary>The kind of interval; null leaves it.</summary>
    public IntervalKind? Interval { get; init; }

    /// <summary>What becomes of improper resamples; null leaves it. Redrawing is not possible, since all universes share the resamples.</summary>
    public ImproperRule? Improper { get; init; }

    /// <summary>The level of intervals; null leaves it.</summary>
    public double? Level { get; init; }

    /// <summary>Whether claims are judged by standardized effects (true) or raw ones; null leaves it.</summary>
    public bool? IsStandardized { get; init; }

    /// <summary>How many of the resamples are used, the first ones; null for all.</summary>
    public int? Resamples { get; init; }

    /// <summary>Whether nothing but the inference from one fit is changed.</summary>
    public bool IsOfInference => this with { Interval = null, Improper = null, Level = null, IsStandardized = null, Resamples = null } == None && this != None;

    /// <summary>Whether it changes which cases are there.</summary>
    internal bool IsOfRows => Keep.Count > 0 || Exclude.Count > 0;

    internal static AnalysisChanges None { get; } = new();
}
