using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Sensitivity;

/// <summary>What a sensitivity analysis of an indirect effect tries.</summary>
[TypeFormatterSource]
public sealed record SensitivityOptions
{
    /// <summary>The indirect effect by its name: <c>x -> m -> y</c> along one path, <c>x -> ... -> y</c> along all of them.</summary>
    public required string Effect { get; init; }

    /// <summary>
    /// Whose disturbances are correlated, as in the model's syntax: <c>m ~~ y</c>, or <c>m1 + m2 ~~ y</c> with one correlation for each of them. Null:
    /// those of the last mediators with that of the outcome.
    /// </summary>
    public string? Between { get; init; }

    /// <summary>The disturbance correlations to try, each between -1 and 1.</summary>
    public IReadOnlyList<double> Correlations { get; init => field = ValueList.Of(value); } = ValueList.Of<double>([.. Enumerable.Range(-19, 39).Select(i => i / 20.0)]);

    /// <summary>The bootstrap that the intervals rest on; null for none.</summary>
    public BootstrapOptions? Bootstrap { get; init; }

    /// <summary>The kind of the bootstrap's intervals.</summary>
    public IntervalKind Kind { get; init; } = IntervalKind.Percentile;

    /// <summary>Level of confidence.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>True when the cause was randomized, so that nothing confounds its effect on the mediator.</summary>
    public bool IsRandomized { get; init; }

    /// <summary>Columns of the data as strong as which a confounder is imagined; texts stand for categories.</summary>
    public IReadOnlyList<string> Benchmarks { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>
    /// A confounder put into the model as a latent variable: the names of the variables it acts on, structural or indicators, each with its effect in
    /// standard deviations of that variable; empty for none.
    /// </summary>
    public IReadOnlyDictionary<string, double> Phantom { get; init => field = ValueDictionary.Of(value); } = ValueDictionary.Of(new Dictionary<string, double>());

    /// <summary>Reliabilities of the mediator to try, above 0 and at most 1.</summary>
    public IReadOnlyList<double> Reliabilities { get; init => field = ValueList.Of(value); } = ValueList.Of<double>([.. Enumerable.Range(10, 11).Reverse().Select(i => i / 20.0)]);

    /// <summary>These options, or a refusal of what has no meaning whatever the model: to be asked before any work.</summary>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public SensitivityOptions Checked() => this switch
    {
        { Effect: null or "" } => throw new InputException("A sensitivity analysis needs the name of an indirect effect, such as x -> m -> y."),
        { Correlations: null or [] } => throw new InputException("No disturbance correlation to try; expected at least one between -1 and 1."),
        _ when Correlations.Where(rho => !(Math.Abs(rho) < 1)).Take(1).ToArray() is [var rho] => throw new InputException(FormattableString.Invariant($"A disturbance correlation of {rho} cannot be; expected numbers between -1 and 1.")),
        _ when Reliabilities.Where(each => !(each is > 0 and <= 1)).Take(1).ToArray() is [var share] => throw new InputException(FormattableString.Invariant($"A reliability of {share} cannot be; expected numbers above 0 and up to 1.")),
        _ when Phantom.Where(each => !double.IsFinite(each.Value)).Take(1).ToArray() is [var each] => throw new InputException($"The phantom variable's effect on {each.Key} is not a number."),
        _ when !Kind.IsBootstrap() => throw new InputException($"Intervals along the correlation come from a bootstrap; {Kind.Text()} is no interval of a bootstrap."),
        { Bootstrap: { Rule: ImproperRule.Bounded } } => throw new InputException("Improper samples are kept or dropped in a sensitivity analysis; within bounds they would meet other ones at each correlation."),
        { Bootstrap: { Rule: ImproperRule.Redraw } } => throw new InputException("Improper samples are kept or dropped in a sensitivity analysis; redrawing them would take other samples at each correlation."),
        { Bootstrap: { Kind: not ResamplingKind.Nonparametric } } => throw new InputException("The samples of a sensitivity analysis are the same for every correlation: expected a nonparametric bootstrap, which draws them from the cases."),
        _ when Levels.Problem(Level) is { } problem => throw new InputException(problem),
        _ => this with { Bootstrap = Bootstrap?.Checked() },
    };
}
