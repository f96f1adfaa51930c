using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Universes;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Multiverse.Runs;

/// <summary>
/// A plan on its data, everything checked before anything is fitted: universes in the order in which they are run, those that share a fit one after the
/// other, and the pool of cases that resamples draw from.
/// </summary>
internal sealed class PreparedMultiverse
{
    private readonly Dictionary<string, string[]> effects = [];

    private PreparedMultiverse(MultiversePlan plan, MultiverseData data, MultiverseOptions options)
    {
        (Plan, Options, Fitting) = (plan, options, new(data));
        Fits = Grouped(UniverseList.Of(plan, data.Identity, data.Reversed));
        Universes = [.. Fits.SelectMany(fit => fit)];
        Check();
        Pool = [.. Selections().SelectMany(rows => rows.Candidates).Distinct().Order()];
    }

    private PreparedMultiverse(PreparedMultiverse of, MultiverseOptions options) =>
        (Plan, Options, Fitting, Universes, Fits, Pool, Idle) = (of.Plan, options, of.Fitting, of.Universes, of.Fits, of.Pool, of.Idle);

    /// <summary>The plan.</summary>
    public MultiversePlan Plan { get; }

    /// <summary>How it is run.</summary>
    public MultiverseOptions Options { get; }

    /// <summary>Makes fits.</summary>
    public UniverseFitting Fitting { get; }

    /// <summary>All universes, in the order in which they are written.</summary>
    public IReadOnlyList<Universe> Universes { get; }

    /// <summary>The universes by what is fitted.</summary>
    public IReadOnlyList<IReadOnlyList<Universe>> Fits { get; }

    /// <summary>Positions in the data of the cases that any universe can use.</summary>
    public int[] Pool { get; }

    /// <summary>Decisions all of whose options leave the same cases in these data, though rules differ.</summary>
    public IReadOnlyList<string> Idle { get; private set; } = [];

    /// <summary>Reads the data of a plan and checks it against them.</summary>
    /// <exception cref="InputException">The plan asks for what the data do not have, or for what cannot be done; the message names the line.</exception>
    public static PreparedMultiverse Of(MultiversePlan plan, MultiverseOptions options) =>
        new(plan.Checked(), MultiverseData.Read(plan, options.Data, options.Codebook), options.Checked());

    /// <summary>The same with another number of resamples.</summary>
    public PreparedMultiverse WithReplicates(int count) => new(this, Options with { Replicates = count });

    private static List<List<Universe>> Grouped(IReadOnlyList<Universe> universes)
    {
        var (fits, places) = (new List<List<Universe>>(), new Dictionary<string, int>());
        foreach (var universe in universes)
        {
            if (!places.TryGetValue(universe.FitKey, out var place))
            {
                places.Add(universe.FitKey, place = fits.Count);
                fits.Add([]);
            }

            fits[place].Add(universe);
        }

        return fits;
    }

    private IEnumerable<RowSelection> Selections() => Fits.Select(fit => Rows(fit[0].Setting)).Distinct();

    private RowSelection Rows(UniverseSetting setting) => Fitting.Rows(setting);

    private void Check()
    {
        RequireCodings();
        var (rows, models) = (new HashSet<(object, object)>(), new HashSet<(string, PlanSettings)>());
        foreach (var universe in Fits.Select(fit => fit[0]))
        {
            var setting = universe.Setting;
            At(universe, option => option.Changes.IsOfRows, () => CheckRows(setting));
            if (models.Add((setting.Model + (int)setting.Measurement + setting.Derive.Count, setting.Settings)))
                At(universe, option => !option.Changes.IsOfRows && !option.IsReference, () => CheckModel(setting));
        }

        foreach (var universe in Universes)
            At(universe, option => option.Changes.IsOfInference, () => CheckInference(universe.Setting));
        RequireEffects();
        Idle = [.. Plan.Decisions.Where(decision => decision.Options.Any(option => option.Changes.IsOfRows) && IsIdle(decision)).Select(decision => decision.Name)];
    }

    private bool CheckRows(UniverseSetting setting) => Rows(setting).Kept.Length > 0
        ? true
        : throw new InputException("no case of the data is left.");

    // The columns are there and hold numbers, the estimator takes such a model, and the effects of the claims are known.
    private bool CheckModel(UniverseSetting setting)
    {
        var coded = Fitting.Coded(setting, Rows(setting));
        (setting, var model) = (coded.Setting, coded.Model);
        var settings = setting.Settings;
        var table = Fitting.Data.Table(setting.Derive);
        string[] columns = [.. coded.Codings.SelectMany(coding => coding.Columns)];
        var ordered = model.OrderedVariables(settings.Completion);
        CheckMeasurement(setting, model);
        foreach (var name in model.ObservedVariables.SelectMany(ProductName.Factors).Union(settings.Estimation.Auxiliary).Except(columns))
            _ = table.Numbers(name);
        if (settings.Group is { } group)
            _ = table.Texts(group);
        var completion = settings.Estimation.Missing.NeedsMeans() ? settings.Completion with { MeanStructure = true } : settings.Completion with { Ordered = [] };
        if (setting.Measurement != MeasurementStrategy.Latent)
            model = Fitting.Model(ScoredModel.Of(setting.Model, setting.Measurement).Text);
        var built = model.Table(settings.Estimation.Method().CanFixExogenous ? completion : completion with { FixedX = false });
        if (ordered.Count == 0)
            OrderedRequirements.Check(built, settings.Estimation);
        else if (settings.Estimation.Method().Responses is null)
            throw new InputException($"{settings.Estimation.Estimator} takes every variable as continuous, and {ordered[0]} is ordered; expected WLSMV or another estimator of ordered variables.");
        if (!effects.ContainsKey(model.Text))
            effects.Add(model.Text, [.. Sem.Effects.EffectCatalogue.Of(built, Sem.Implied.ModelStructure.Of(built).Latents).Effects.Select(effect => effect.Name)]);
        return true;
    }

    // Scores that are made of covariances need all items of a case, and estimators that need no cases.
    private static void CheckMeasurement(UniverseSetting setting, ModelSpecification model)
    {
        var settings = setting.Settings;
        if (setting.Measurement == MeasurementStrategy.Latent)
            return;
        if (settings.Completion.Ordered.Count > 0)
            throw new InputException("scores are no ordered variables; a condition ('when') keeps the two apart.");
        if (setting.Measurement is MeasurementStrategy.Sum or MeasurementStrategy.Mean)
            return;
        if (model.ObservedVariables.FirstOrDefault(ProductName.IsProduct) is { } product)
            throw new InputException($"scores of this kind are made of covariances, and {product} is a product; expected latent variables, sums or means.");
        if (settings.Estimation.Missing != MissingData.Listwise)
            throw new InputException($"measurement '{MeasurementWords.All.First(each => each.Value == setting.Measurement).Key}' needs complete cases (missing: listwise).");
        if (settings.Group is not null)
            throw new InputException("scores of this kind are of one group.");
        if (settings.Estimation.Method().Compiled is null || (setting.Measurement != MeasurementStrategy.FactorScores && settings.Estimation.Method().IsRobust))
            throw new InputException($"scores of this kind have no cases that {settings.Estimation.Estimator} needs; expected ML, GLS or ULS.");
    }

    private bool CheckInference(UniverseSetting setting)
    {
        if (setting.Interval is { } kind && kind.IsBootstrap() && Options.Replicates == 0)
            throw new InputException($"intervals of kind {kind.Text()} need resamples; give --bootstrap N.");
        return setting.Resamples is null || Options.Replicates > 0 ? true : throw new InputException("a number of resamples needs resamples; give --bootstrap N.");
    }

    // A claim, or an effect of the base, that no universe has, is a mistake.
    private void RequireEffects()
    {
        var known = effects.Values.SelectMany(each => each).ToHashSet();
        foreach (var name in Plan.Claims.Select(claim => claim.Effect).Concat(Plan.Base.Effects).Concat(Plan.Decisions.SelectMany(decision => decision.Options).SelectMany(option => option.Changes.Claims.Values)))
        {
            if (name.Length > 0 && !known.Contains(name))
                throw new InputException($"{Plan.Source}: {Tables.NearestName.Complaint("the effects of any universe", name, [.. known])}");
        }
    }

    // A coding of a variable that no model has says nothing.
    private void RequireCodings()
    {
        if (Fits.SelectMany(fit => fit[0].Setting.Settings.Completion.Codings).FirstOrDefault(coding => !Fits.Any(fit => Fitting.Model(fit[0].Setting.Model).Names(coding))) is { } unused)
            throw new InputException($"{Plan.Source}: coding: no universe's model names {unused.Name}; expected a variable of a model, as in m ~ x + {unused.Name}.");
    }

    private bool IsIdle(Decision decision)
    {
        var place = Plan.Decisions.ToList().IndexOf(decision);
        var kept = Universes.Where(universe => !universe.Options.Where((option, i) => i != place && !option.IsReference).Any()).DistinctBy(universe => universe.Options[place])
            .Select(universe => string.Join(',', Rows(universe.Setting).Kept)).Distinct();
        return kept.Count() == 1;
    }

    private void At(Universe universe, Func<DecisionOption, bool> isConcerned, Func<bool> work)
    {
        try
        {
            work();
        }
        catch (InputException problem) when (!problem.Message.StartsWith(Plan.Source, StringComparison.Ordinal))
        {
            var option = universe.Options.LastOrDefault(each => !each.IsReference && isConcerned(each)) ?? universe.Options.LastOrDefault(isConcerned);
            throw PlanChecks.Refusal(Plan, option?.Line ?? 0, $"{(option is null ? "base" : $"option '{option.Name}'")}: {problem.Message}");
        }
    }
}
