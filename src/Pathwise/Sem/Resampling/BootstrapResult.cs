using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Replicates of a fit: how many were asked for, how each ended, and the estimates and effects in each. Immutable. What becomes of improper
/// solutions is the <see cref="Rule"/>; the same draws under another rule are <see cref="Under"/>.
/// </summary>
[TypeFormatterSource]
public sealed class BootstrapResult
{
    private readonly int[] used;

    internal BootstrapResult(
        FitResult fit, BootstrapOptions options, EffectCatalogue catalogue, Replicates replicates, ReplicateTable original)
    {
        (Fit, Options, Catalogue, Replicates, Original) = (fit, options, catalogue, replicates, original);
        used = [.. Enumerable.Range(0, First.Count).Where(IsUsed)];
    }

    /// <summary>The fit that was bootstrapped.</summary>
    public FitResult Fit { get; }

    /// <summary>How the bootstrap was drawn.</summary>
    public BootstrapOptions Options { get; }

    /// <summary>The seed.</summary>
    public long Seed => Options.Seed;

    /// <summary>What becomes of improper solutions.</summary>
    public ImproperRule Rule => Options.Rule;

    /// <summary>Number of replicates asked for.</summary>
    public int Requested => First.Count;

    /// <summary>Number of replicates drawn: fewer than asked for after an interruption.</summary>
    public int Drawn => Count(_ => true);

    /// <summary>False after an interruption: replicates, redrawn ones or samples of the jackknife are missing.</summary>
    public bool IsComplete => Drawn == Requested
        && (Redrawn is null || Enumerable.Range(0, Requested).All(i => First.Status(i) == FitStatus.Proper || Redrawn.IsDone(i)))
        && (Bounded is null || Enumerable.Range(0, Requested).All(i => !BoundedReplicates.IsToBeFitted(First, Bounded, i)))
        && (Jackknife is null || Enumerable.Range(0, Jackknife.Count).All(Jackknife.IsDone));

    /// <summary>True when samples without a proper solution were redrawn, so that every rule can be asked for.</summary>
    public bool HasRedrawn => Redrawn is not null;

    /// <summary>True when samples without a proper solution were fitted once more within bounds, so that this rule can be asked for.</summary>
    public bool HasBounded => Bounded is not null;

    /// <summary>Number of first draws that were fitted once more within bounds, by what became of them; null when none was to be.</summary>
    public IReadOnlyDictionary<string, int>? BoundedByReason => Bounded is null ? null : ByReason(Bounded, _ => true);

    /// <summary>Number of replicates whose first draw converged, improper ones included.</summary>
    public int Converged => Count(status => status.HasConverged());

    /// <summary>Number of replicates whose first draw converged to an improper solution.</summary>
    public int Improper => Count(status => status.IsImproper());

    /// <summary>Number of replicates that the distributions rest on under the rule.</summary>
    public int Used => used.Length;

    /// <summary>Number of first draws without a solution, by reason.</summary>
    public IReadOnlyDictionary<string, int> Failures => ByReason(status => !status.HasConverged());

    /// <summary>Number of improper first draws, by reason.</summary>
    public IReadOnlyDictionary<string, int> ImproperByReason => ByReason(status => status.IsImproper());

    /// <summary>Number of first draws that lost a category of an ordered variable; null where no variable is ordered.</summary>
    public int? LostCategories => Marked(DrawMarks.LostCategory);

    /// <summary>Number of first draws whose polychoric correlations were not positive definite; null where no variable is ordered.</summary>
    public int? NotPositiveDefinite => Marked(DrawMarks.NotPositiveDefinite);

    /// <summary>Number of first draws with a polychoric correlation at the end of the range that is searched; null where no variable is ordered.</summary>
    public int? AtBound => Marked(DrawMarks.AtBound);

    /// <summary>The effects, in the order of <see cref="Draws(int, bool)"/>.</summary>
    public IReadOnlyList<Effect> Effects => Catalogue.Effects;

    /// <summary>What the list of effects leaves out, a sentence for each pair of variables with very many paths.</summary>
    public IReadOnlyList<string> OmittedEffects => Catalogue.Omissions;

    internal EffectCatalogue Catalogue { get; }

    internal Replicates Replicates { get; }

    internal ReplicateTable First => Replicates.First;

    internal ReplicateTable? Redrawn => Replicates.Redrawn;

    internal ReplicateTable? Bounded => Replicates.Bounded;

    internal ReplicateTable? Jackknife => Replicates.Jackknife;

    internal ReplicateTable Original { get; }

    /// <summary>The same draws under another rule; redrawing must have been part of the run.</summary>
    public BootstrapResult Under(ImproperRule rule)
    {
        if (rule == ImproperRule.Redraw && Redrawn is null)
            throw new InputException("Nothing was redrawn in this bootstrap; run it with the rule Redraw.");
        if (rule == ImproperRule.Bounded && Bounded is null)
            throw new InputException("Nothing was fitted within bounds in this bootstrap; run it with the rule Bounded.");
        return new BootstrapResult(Fit, Options with { Rule = rule }, Catalogue, Replicates, Original);
    }

    private int? Marked(DrawMarks mark) => Fit.Table.OrderedVariables.Count == 0
        ? null
        : Enumerable.Range(0, Requested).Count(i => First.IsDone(i) && First.Marks(i).HasFlag(mark));

    /// <summary>How the first draw of a replicate ended; null when it was not drawn.</summary>
    public FitStatus? Status(int replicate) => First.IsDone(replicate) ? First.Status(replicate) : null;

    /// <summary>The free parameters in the first draw of a replicate; empty when it did not converge.</summary>
    public ReadOnlySpan<double> Values(int replicate) =>
        First.IsDone(replicate) && First.Status(replicate).HasConverged() ? First.Values(replicate) : [];

    /// <summary>The chi-square in each replicate used, in the order of the replicates.</summary>
    /// <exception cref="InputException">The samples miss values and are not fitted in two stages: their saturated moments, on which no estimate rests, are not looked for.</exception>
    public IReadOnlyList<double> ChiSquares() => Options.Kind == ResamplingKind.Nonparametric && Fit.Sample.Any(sample => sample.HasMissing && sample.FirstStage is null)
        ? throw new InputException("The chi-squares of samples with missing values are not computed; expected complete cases, or a parametric bootstrap.")
        : [.. used.Select(i => Fit.Multiplier * Row(i).Discrepancy(i))];

    /// <summary>The chi-square in the first draw of a replicate.</summary>
    internal double ChiSquares(int replicate) => Fit.Multiplier * First.Discrepancy(replicate);

    /// <summary>A free parameter in each replicate used, in the order of the replicates; counted from 0, in the order of the table.</summary>
    public IReadOnlyList<double> Draws(int parameter) => [.. used.Select(i => Row(i).Values(i)[parameter])];

    /// <summary>
    /// An effect in each replicate used where it exists, in the order of the replicates: the position of the effect in
    /// <see cref="Effects"/>, and whether it is standardized inside each draw.
    /// </summary>
    public IReadOnlyList<double> Draws(int effect, bool isStandardized) =>
        Gather(effect, isStandardized, new double[used.Length]).ToArray();

    /// <summary>The same, written to the beginning of a target with room for every replicate used; returns what was written.</summary>
    internal Span<double> Gather(int effect, bool isStandardized, Span<double> target)
    {
        var count = 0;
        foreach (var replicate in used)
        {
            var value = Row(replicate).Effect(replicate, effect, isStandardized);
            if (double.IsFinite(value))
                target[count++] = value;
        }

        return target[..count];
    }

    /// <summary>
    /// Probability of a chi-square at least as large as the sample's when the model holds: of the Bollen-Stine bootstrap (or the
    /// parametric one).
    /// </summary>
    public double ChiSquarePValue()
    {
        if (Options.Kind == ResamplingKind.Nonparametric)
            throw new InputException("The p value of the chi-square needs samples for which the model holds: a Bollen-Stine or a parametric bootstrap.");
        if (Used == 0)
            throw new NumericalException("No replicate converged.");
        return used.Count(i => Row(i).Discrepancy(i) >= Fit.Discrepancy) / (double)Used;
    }

    /// <summary>An effect without each case in turn, where BCa intervals need it; null when no jackknife was run, or not to its end.</summary>
    internal IReadOnlyList<double>? LeftOut(int effect, bool isStandardized) => Jackknife is null || !Enumerable.Range(0, Jackknife.Count).All(Jackknife.IsDone)
        ? null
        : [.. Enumerable.Range(0, Jackknife.Count).Where(i => Jackknife.IsDone(i) && Jackknife.Status(i).HasConverged()).Select(i => Jackknife.Effect(i, effect, isStandardized))];

    /// <summary>The numbers of the replicates that the distributions rest on, ascending.</summary>
    internal IReadOnlyList<int> UsedReplicates => used;

    /// <summary>The table that a replicate which is used is read from.</summary>
    internal ReplicateTable TableOf(int replicate) => Row(replicate);

    /// <summary>An effect in the sample itself; NaN when it does not exist.</summary>
    internal double Estimate(int effect, bool isStandardized) => Original.Effect(0, effect, isStandardized);

    private ReplicateTable Row(int replicate) => First.Status(replicate) == FitStatus.Proper ? First
        : Rule == ImproperRule.Redraw ? Redrawn!
        : Rule == ImproperRule.Bounded ? Bounded!
        : First;

    private bool IsUsed(int replicate) => First.IsDone(replicate) && (Rule, First.Status(replicate)) switch
    {
        (_, FitStatus.Proper) => true,
        (ImproperRule.Keep, var status) => status.HasConverged(),
        (ImproperRule.Redraw, _) => Redrawn!.IsDone(replicate) && Redrawn.Status(replicate) == FitStatus.Proper,
        (ImproperRule.Bounded, _) => Bounded!.IsDone(replicate) && Bounded.Status(replicate) == FitStatus.Proper,
        _ => false,
    };

    private int Count(Func<FitStatus, bool> predicate) =>
        Enumerable.Range(0, First.Count).Count(i => First.IsDone(i) && predicate(First.Status(i)));

    private SortedDictionary<string, int> ByReason(Func<FitStatus, bool> predicate) => ByReason(First, predicate);

    private static SortedDictionary<string, int> ByReason(ReplicateTable table, Func<FitStatus, bool> predicate) => new(
        Enumerable.Range(0, table.Count).Where(i => table.IsDone(i) && predicate(table.Status(i)))
            .GroupBy(i => table.Status(i).Reason()).ToDictionary(group => group.Key, group => group.Count()),
        StringComparer.Ordinal);
}
