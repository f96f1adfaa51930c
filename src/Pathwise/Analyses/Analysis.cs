using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Analyses;

/// <summary>
/// All that decides the digits of a result: which data, which model, how it is completed and estimated, which resamples and effects.
/// Two analyses are equal when they say the same of all this; where the files lie, the number of threads and the form of the output are no part of it.
/// The contract of its file is docs/analysis.md.
/// </summary>
[TypeFormatterSource]
public sealed class Analysis : IEquatable<Analysis>
{
    private readonly Lazy<string> content;

    /// <summary>An analysis; its parts are set when it is made.</summary>
    public Analysis() => content = new(() => SortedJson.Of(AnalysisFile.Node(this, isWhole: false)));

    /// <summary>The model, as its author wrote it.</summary>
    public required ModelSpecification Model { get; init; }

    /// <summary>The cases; null when moments are analysed, or nothing but the model is needed.</summary>
    public CaseSelection? Cases { get; init; }

    /// <summary>Covariances in place of cases, or null.</summary>
    public MomentSelection? Moments { get; init; }

    /// <summary>How the model's syntax is completed.</summary>
    public ModelOptions Completion { get; init; } = new();

    /// <summary>The variables that are ordered by the options or the syntax.</summary>
    internal IReadOnlyList<string> Ordered => Model.OrderedVariables(Completion);

    /// <summary>How the model is estimated.</summary>
    public EstimationOptions Estimation { get; init; } = new();

    /// <summary>How structure is estimated after measurement; null where both are estimated together.</summary>
    public SamOptions? Sam { get; init; }

    /// <summary>The bootstrap, or null.</summary>
    public BootstrapOptions? Bootstrap { get; init; }

    /// <summary>The bootstrap that tests the model (Bollen and Stine, 1992), or null.</summary>
    public BootstrapOptions? BollenStine { get; init; }

    /// <summary>Which effects are estimated with which intervals, or null.</summary>
    public EffectOptions? Effects { get; init; }

    /// <summary>The power study, or null.</summary>
    public PowerPlan? Power { get; init; }

    /// <summary>
    /// SHA-256, in hexadecimal digits, of the analysis as JSON with sorted members: the same for equal analyses and for no others. Null when its
    /// data can be read only once (a pipe), so that their content is not known.
    /// </summary>
    public string? Key => IsKnown ? Checksum.Of(content.Value) : null;

    private bool IsKnown => Cases is null or { Checksum: not null } && Moments is null or { Checksum: not null };

    /// <summary>Reads an analysis from a file; that its data are still the same is asked by <see cref="Verified"/>.</summary>
    /// <exception cref="InputException">The file is not of this form; the message names the place.</exception>
    public static Analysis Read(string path) => AnalysisFile.Read(path);

    /// <summary>The file's text: JSON with every member, <see cref="Read"/> gives an equal analysis.</summary>
    public string ToJson() => AnalysisFile.Text(this);

    /// <summary>Writes the analysis to a file, whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written, or the data can be read only once.</exception>
    public void Write(string path)
    {
        if (!IsKnown)
            throw new InputException($"{path} would name data that can be read only once ({Cases?.Path ?? Moments?.Path}); give a file.");
        OutputFile.Write(path, writer => writer.Write(ToJson()));
    }

    /// <summary>This analysis, or a refusal when a file of its data is not there or holds something else now.</summary>
    /// <param name="source">What messages call the analysis.</param>
    public Analysis Verified(string source)
    {
        Cases?.Verified(source);
        Moments?.Verified(source);
        return this;
    }

    /// <summary>The same analysis, whose search tells of its steps.</summary>
    internal Analysis With(IProgress<EstimationProgress> progress) => new()
    {
        Model = Model, Cases = Cases, Moments = Moments, Completion = Completion, Estimation = Estimation with { Progress = progress },
        Sam = Sam, Bootstrap = Bootstrap, BollenStine = BollenStine, Effects = Effects, Power = Power,
    };

    /// <summary>Reads the data and estimates the model in two steps.</summary>
    /// <exception cref="InputException">The data cannot be read or do not fit the model, or there are none; or the analysis is not of two steps.</exception>
    public SamResult FitInSteps() => (this, Sam) switch
    {
        (_, null) => throw new InputException("The analysis is not of two steps; expected sam."),
        ({ Cases: { } cases }, _) => Model.Sam(cases.Read().Table, Sam, Estimation, Completion, cases.Group),
        ({ Moments: { } moments }, _) => Model.Sam(moments.Read(), Sam, Estimation, Completion),
        _ => throw new InputException("The analysis names no data; expected cases or moments."),
    };

    /// <summary>Reads the data and fits the model; of one in two steps it is the fit of the second.</summary>
    /// <exception cref="InputException">The data cannot be read or do not fit the model, or there are none.</exception>
    public FitResult Fit() => this switch
    {
        { Sam: not null } => FitInSteps().Structure,
        { Cases: { } cases } => Model.Fit(cases.Read().Table, Estimation, Completion, cases.Group),
        { Moments: { } moments } => Model.Fit(moments.Read(), Estimation, Completion),
        _ => throw new InputException("The analysis names no data; expected cases or moments."),
    };

    /// <inheritdoc/>
    public bool Equals(Analysis? other) => other is not null && (ReferenceEquals(this, other) || (IsKnown && other.IsKnown && content.Value == other.content.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Analysis);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(content.Value);

    /// <summary>What it is, in a line.</summary>
    public override string ToString() => $"Analysis of {Model.Source} on {Cases?.Path ?? Moments?.Path ?? "no data"}, {Estimation.Estimator}{(Key is { } key ? $", key {key[..12]}" : "")}";
}
