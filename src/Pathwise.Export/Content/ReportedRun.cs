using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Export.Content;

/// <summary>What a report is of, beside the fitted model itself; all of it may be left out.</summary>
public sealed record ReportedRun
{
    /// <summary>What the model is called.</summary>
    public string Name { get; init; } = "Model";

    /// <summary>The model as its author wrote it; null where it is not known, and then scripts are written from the parameter table.</summary>
    public ModelSpecification? Model { get; init; }

    /// <summary>How the intervals of effects are made.</summary>
    public EffectOptions Effects { get; init; } = new() { IsStandardized = false };

    /// <summary>The bootstrap that intervals of effects rest on, or null.</summary>
    public BootstrapResult? Bootstrap { get; init; }

    /// <summary>The bootstrap that tests the model, or null.</summary>
    public BootstrapResult? BollenStine { get; init; }

    /// <summary>The estimated effects; null has them estimated.</summary>
    public IReadOnlyList<EffectEstimate>? Estimates { get; init; }

    /// <summary>What a codebook's rules made of the cases, or null.</summary>
    public CleaningReport? Cleaning { get; init; }

    /// <summary>The codebook of the data: titles of items and scales, and where the answers come from; null for none, or that of <see cref="Cleaning"/>.</summary>
    public Codebook? Codebook { get; init; }

    /// <summary>Other models, each with its name, whose fit is set beside.</summary>
    public IReadOnlyList<(string Name, FitResult Fit)> Others { get; init; } = [];

    /// <summary>Whether nobody gave the answers; null asks the codebook.</summary>
    public bool? IsSynthetic { get; init; }

    /// <summary>What else a reader must know of the data.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The key of the analysis, or null.</summary>
    public string? Key { get; init; }
}
