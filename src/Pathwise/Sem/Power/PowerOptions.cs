using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Power;

/// <summary>How a power study is simulated.</summary>
[TypeFormatterSource]
public sealed record PowerOptions
{
    /// <summary>Number of cases of each simulated sample.</summary>
    public required int Count { get; init; }

    /// <summary>Number of simulated samples.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>The seed; sample i is drawn from the stream of (seed, i).</summary>
    public required long Seed { get; init; }

    /// <summary>Kinds of intervals; an effect counts as found by a kind when its interval excludes zero.</summary>
    public IReadOnlyList<IntervalKind> Kinds { get; init => field = ValueList.Of(value); } = ValueList.Of<IntervalKind>([IntervalKind.Delta]);

    /// <summary>The effects, by <see cref="Effect.Name"/>, whose intervals are made; all of them when empty.</summary>
    public IReadOnlyList<string> Effects { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>Level of the intervals; one less this is the level of the tests.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Bootstrap samples of each simulated sample, for kinds that need them.</summary>
    public int BootstrapReplicates { get; init; } = 500;

    /// <summary>Likelihood of the fits.</summary>
    public Likelihood Likelihood { get; init; } = Likelihood.Normal;

    /// <summary>Whether the tests of exact fit are counted, too: how often each rejects at one less <see cref="Level"/>.</summary>
    public bool HasTests { get; init; }

    /// <summary>How it is tested in each sample that an indirect effect is zero, of the effects that <see cref="Effects"/> names or of all; counted are rejections at one less <see cref="Level"/>.</summary>
    public IReadOnlyList<MediationTestKind> IndirectTests { get; init => field = ValueList.Of(value); } = ValueList.Of<MediationTestKind>([]);

    /// <summary>Counted is, too, how often the direct path beside an indirect effect is shown to lie within this bound on either side of zero, a standardized effect; null where it is not.</summary>
    public double? Equivalence { get; init; }

    /// <summary>How the bias of the estimates is reduced. The population stays as it is.</summary>
    public BiasReduction BiasReduction { get; init; }

    /// <summary>Whether the free parameters are reported, too.</summary>
    public bool HasParameters { get; init; }

    /// <summary>
    /// Standardized coefficients that the population has instead of its own, as <c>m ~ x = 0.3</c> (<see cref="StandardizedCoefficients"/>).
    /// </summary>
    public IReadOnlyList<string> Coefficients { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>How the answers are distributed; not <see cref="AnswerShape.Points"/>, which needs data.</summary>
    public AnswerShape Shape { get; init; }

    /// <summary>What the population has and the model leaves out, a kind and a level as <c>cross-loadings:1</c> or <c>direct-path:2</c>; empty where the model holds.</summary>
    public string LeftOut { get; init; } = "";

    /// <summary>Number of threads; it changes no digit of the result. 0 takes one for each processor.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether each sample is resampled.</summary>
    public bool HasDraws => Kinds.Any(kind => kind.IsBootstrap()) || IndirectTests.Any(kind => kind.IsOfBootstrap());

    /// <summary>These options, or a refusal of what has no meaning whatever the model: to be asked before any work.</summary>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public PowerOptions Checked()
    {
        _ = OfStudy();
        _ = new EffectOptions { Tests = IndirectTests, Equivalence = Equivalence, Level = Level }.Checked();
        foreach (var text in Coefficients)
            _ = StandardizedCoefficients.Parse(text);
        return this;
    }

    private PowerOptions OfStudy() => this switch
    {
        { Count: < 2 } => throw new InputException($"A sample needs at least 2 cases; {Count} were asked for."),
        { Replicates: < 2 } => throw new InputException($"A power study needs at least 2 samples; {Replicates} were asked for."),
        { Threads: < 0 } => throw new InputException($"The number of threads is {Threads}; expected 1 or more, or 0 for one for each processor."),
        { Shape: AnswerShape.Points } => throw new InputException("A power study knows no data whose points answers could be cut to; answers are normal, skewed or seven."),
        { LeftOut: null } => throw new InputException("What is left out is null; expected a kind and a level, or nothing."),
        _ when LeftOut.Length > 0 && MisspecifiedPopulations.Parse(LeftOut) is null => throw new InputException($"'{LeftOut}' is not what a model can leave out; expected {MisspecifiedPopulations.Words}, as cross-loadings:1."),
        { Kinds: null } or { Effects: null } => throw new InputException("A power study needs lists of kinds of intervals and of effects; one of them is null."),
        { BiasReduction: not BiasReduction.None } when IndirectTests.Contains(MediationTestKind.Mbco) => throw new InputException("Reduced-bias estimates are not at the maximum of the likelihood, and so there is no likelihood-ratio test (mbco) of them."),
        { BootstrapReplicates: < 2, HasDraws: true } => throw new InputException($"Intervals and tests of the bootstrap need at least 2 samples; {BootstrapReplicates} were asked for."),
        _ when Levels.Problem(Level) is { } problem => throw new InputException(problem),
        _ => this,
    };
}
