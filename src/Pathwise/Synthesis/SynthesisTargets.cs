using Pathwise.Sem.Specification;

namespace Pathwise.Synthesis;

/// <summary>
/// What a synthesis must reproduce: a single-group covariance structure, the number of respondents, the answer scale, and
/// statistics as they were printed.
/// </summary>
[TypeFormatterSource]
public sealed class SynthesisTargets
{
    /// <summary>What is reproduced, in a line.</summary>
    public string Title { get; init; } = "";

    /// <summary>The model in lavaan's syntax.</summary>
    public required string Model { get; init; }

    /// <summary>Number of respondents.</summary>
    public required int Respondents { get; init; }

    /// <summary>Lowest answer of the scale.</summary>
    public required int Lowest { get; init; }

    /// <summary>Highest answer of the scale.</summary>
    public required int Highest { get; init; }

    /// <summary>True when chi-square is (N - 1) F (AMOS, lavaan's "wishart"), false when it is N F.</summary>
    public bool IsWishart { get; init; }

    /// <summary>Reverse-keyed items: written as they are answered, turned round (lowest + highest - answer) for the analysis.</summary>
    public IReadOnlyList<string> Reversed { get; init; } = [];

    /// <summary>True when no two respondents may give the same answers throughout.</summary>
    public bool HasDistinctRows { get; init; }

    /// <summary>How the printed bootstrap bounds were made; null when no target is one.</summary>
    public BootstrapDesign? Bootstrap { get; init; }

    /// <summary>What is plausible for items and loadings; the choice of whoever wrote the targets.</summary>
    public PlausibleRanges Ranges { get; init; } = new();

    /// <summary>The statistics, in the order in which they are reported.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>Where the targets were read, for messages.</summary>
    public string Source { get; init; } = "the targets";

    /// <summary>Reads a file of targets (JSON); what it does not understand is an <see cref="InputException"/> with its place.</summary>
    public static SynthesisTargets Read(string path) => TargetsFile.Read(path);

    /// <summary>The factor of the discrepancy in chi-square.</summary>
    internal double Multiplier => IsWishart ? Respondents - 1 : Respondents;

    /// <summary>The parameter table of the model, or of the model with lines added.</summary>
    internal ParameterTable Table(string adds = "") =>
        ModelSpecification.Parse(adds.Length == 0 ? Model : $"{Model}\n{adds}", $"{Source}, the model").Table(new ModelOptions { MeanStructure = false }, [""]);
}
