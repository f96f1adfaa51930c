using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Sam;

/// <summary>A model estimated in two steps: measurement by blocks, then structure. Immutable.</summary>
[TypeFormatterSource]
public sealed record SamResult
{
    /// <summary>How the steps were made.</summary>
    public required SamOptions Options { get; init; }

    /// <summary>The measurement models, each with its fit.</summary>
    public required IReadOnlyList<MeasurementBlock> Blocks { get; init => field = ValueList.Of(value); }

    /// <summary>What the first step says of the structural variables, for each group.</summary>
    public required IReadOnlyList<LatentMoments> Moments { get; init => field = ValueList.Of(value); }

    /// <summary>
    /// The structural model, its factors like observed variables; standard errors count what measurement adds. Its effects, bootstraps and conditional effects are
    /// those of any fit: each sample goes through both steps. With local SAM its fit measures are those of the structural model alone, which take the latent
    /// moments as given.
    /// </summary>
    public required FitResult Structure { get; init; }

    /// <summary>The whole model at the estimates of both steps; null with products of latent variables, which no model of the observed covariances has.</summary>
    public required FitResult? Joint { get; init; }

    /// <summary>The products of latent variables.</summary>
    public required IReadOnlyList<string> Products { get; init => field = ValueList.Of(value); }

    /// <summary>How many cases of the data were used, and why the others were not.</summary>
    public CaseUse CaseUse => Structure.CaseUse;

    /// <summary>What to beware of in either step.</summary>
    public IReadOnlyList<FitWarning> Warnings => Structure.Warnings;

    /// <summary>Of each block its rows, then those of the structural model, with their standard errors; covariances among the factors of a block are the structural model's.</summary>
    public IReadOnlyList<Estimate> Estimates() =>
    [
        .. Blocks.SelectMany(block => block.Estimates()),
        .. Structure.Estimates(),
    ];
}
