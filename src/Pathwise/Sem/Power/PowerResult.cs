using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Power;

/// <summary>Power, bias and coverage of every effect of a model in samples of one size.</summary>
[TypeFormatterSource]
public sealed class PowerResult
{
    /// <summary>How it was simulated.</summary>
    public required PowerOptions Options { get; init; }

    /// <summary>Number of samples drawn: fewer than asked for after an interruption.</summary>
    public required int Drawn { get; init; }

    /// <summary>Number of samples in which the model converged, improper solutions included.</summary>
    public required int Converged { get; init; }

    /// <summary>Number of samples with an improper solution; they stay in.</summary>
    public required int Improper { get; init; }

    /// <summary>Number of samples without estimates, by reason.</summary>
    public IReadOnlyDictionary<string, int> Failures { get; init; } = new Dictionary<string, int>();

    /// <summary>How the samples were fitted.</summary>
    internal FittingPath Path { get; init; } = new(true, null);

    /// <summary>How often each test of exact fit rejects; empty unless asked for.</summary>
    public IReadOnlyList<TestPower> Tests { get; init; } = [];

    /// <summary>How often each test of an indirect effect rejects; empty unless asked for.</summary>
    public IReadOnlyList<IndirectTestPower> IndirectTests { get; init; } = [];

    /// <summary>How often direct paths are shown to be negligible; empty unless asked for.</summary>
    public IReadOnlyList<DirectPathPower> DirectPaths { get; init; } = [];

    /// <summary>The free parameters; empty unless asked for.</summary>
    public IReadOnlyList<ParameterPower> Parameters { get; init; } = [];

    /// <summary>The effects, raw ones first.</summary>
    public required IReadOnlyList<EffectPower> Effects { get; init; }
}
