using Pathwise.Multiverse.Universes;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Runs;

/// <summary>What the fit of a universe came to: a fit, or why there is none.</summary>
internal sealed record FittedUniverse
{
    /// <summary>The analysis.</summary>
    public required UniverseSetting Setting { get; init; }

    /// <summary>The model as it was fitted, after items were taken out by rule and concepts replaced by scores.</summary>
    public required ModelSpecification Model { get; init; }

    /// <summary>Which cases are used.</summary>
    public required RowSelection Rows { get; init; }

    /// <summary>The cases that are used, with all columns that were computed.</summary>
    public required DataTable Table { get; init; }

    /// <summary>The codings of its categorical variables, whose columns stand in the model and in the cases.</summary>
    public IReadOnlyList<CategoryCoding> Codings { get; init; } = [];

    /// <summary>How it ended.</summary>
    public required UniverseStatus Status { get; init; }

    /// <summary>Why there are no estimates, or why they are improper.</summary>
    public string? Reason { get; init; }

    /// <summary>The fit; null where there are no estimates.</summary>
    public FitResult? Fit { get; init; }

    /// <summary>The number of cases of the sample, where it came to one.</summary>
    public int? Count { get; init; }

    /// <summary>The model of scores that stands in the place of the concepts; null where they are latent.</summary>
    public ScoredModel? Scores { get; init; }

    /// <summary>The model before concepts were replaced by scores, after items were taken out.</summary>
    public required ModelSpecification Whole { get; init; }

    /// <summary>Items that the rule on loadings took out.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];
}
