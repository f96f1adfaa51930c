using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Universes;
using Pathwise.Sem.Estimation;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Runs;

/// <summary>One universe as a person would have run it: the model, the cases, the options, and what they gave.</summary>
[TypeFormatterSource]
public sealed record ShownUniverse
{
    /// <summary>The universe and what it found.</summary>
    public required UniverseRow Row { get; init; }

    /// <summary>The model's syntax, as it was fitted.</summary>
    public required string Model { get; init; }

    /// <summary>The cases that were used, with the columns that were computed.</summary>
    public required DataTable Table { get; init; }

    /// <summary>The fit; null where there are no estimates.</summary>
    public FitResult? Fit { get; init; }

    /// <summary>The names of the effects that are looked at.</summary>
    public required IReadOnlyList<string> Effects { get; init => field = ValueList.Of(value); }

    /// <summary>Number of resamples of the run; 0 for none.</summary>
    public int Replicates { get; init; }

    /// <summary>Their seed.</summary>
    public long Seed { get; init; }

    /// <summary>Whether a plain bootstrap of these cases draws the same resamples: every case that any universe can use is there, and nothing follows from the sample.</summary>
    public bool HasPlainBootstrap { get; init; }

    /// <summary>Whether a codebook says that nobody gave the answers.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>The analysis as it was decided.</summary>
    internal UniverseSetting? Setting { get; init; }

    /// <summary>Works out the universe of a key, or of its beginning, again.</summary>
    /// <exception cref="InputException">No universe of the plan, or more than one, has such a key.</exception>
    public static ShownUniverse Of(MultiversePlan plan, MultiverseOptions options, string key)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(key);
        var prepared = PreparedMultiverse.Of(plan, options);
        Universe[] found = [.. prepared.Universes.Where(universe => universe.Key.StartsWith(key, StringComparison.Ordinal))];
        return found switch
        {
            [var one] => Of(prepared, one),
            [] => throw new InputException($"no universe of {plan.Source} on these data has the key {key}; expected one of the keys in {RunFiles.Lines}."),
            _ => throw new InputException($"{found.Length} universes have keys that begin with {key}; give more of it."),
        };
    }

    private static ShownUniverse Of(PreparedMultiverse prepared, Universe universe)
    {
        var outcome = MultiverseRun.Outcome(prepared, [universe]);
        var fitted = prepared.Fitting.Fit(universe.Setting);
        return new()
        {
            Row = outcome.Rows[0], Model = fitted.Model.Text, Table = fitted.Table, Fit = fitted.Fit, Setting = fitted.Setting,
            Effects = [.. universe.Setting.Effects.Concat(prepared.Plan.Base.Effects).Where(name => outcome.Rows[0].Effects.Any(each => each.Effect.Name == name)).Distinct()],
            Replicates = universe.Setting.Resamples ?? prepared.Options.Replicates, Seed = prepared.Options.Seed,
            HasPlainBootstrap = !universe.Setting.DependsOnSample && !fitted.Rows.DependsOnSample && fitted.Rows.Kept.SequenceEqual(prepared.Pool),
            IsSynthetic = prepared.Fitting.Data.Codebook?.IsSynthetic ?? false,
        };
    }
}
