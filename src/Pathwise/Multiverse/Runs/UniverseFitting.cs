using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Universes;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Runs;

/// <summary>Fits universes. What several of them share is read and worked out once; any number of workers may share it.</summary>
internal sealed class UniverseFitting(MultiverseData data)
{
    // So many of a kind are kept at most; universes that share them are neighbours.
    private const int Most = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, ModelSpecification> models = [];
    private readonly Dictionary<(RowSelection, DataTable, string), DataTable> tables = [];
    private readonly Dictionary<(RowSelection, DataTable, string), CategoryCoding[]> categories = [];
    private readonly Dictionary<(string, IReadOnlyList<CategoryCoding>), (IReadOnlyList<CategoryCoding>, IReadOnlyList<string>)> parts = [];
    private readonly Dictionary<(DataTable, string), (IReadOnlyList<SampleMoments>, IReadOnlyList<string>)> samples = [];
    private readonly Dictionary<(string, MeasurementStrategy), ScoredModel> scored = [];
    private readonly Dictionary<(DataTable, string), ScoredSample> scores = [];

    /// <summary>The data.</summary>
    public MultiverseData Data => data;

    /// <summary>A model by its text, read once.</summary>
    public ModelSpecification Model(string text) => Once(models, text, () => ModelSpecification.Parse(text));

    /// <summary>Fits a universe; whatever becomes of it is an outcome.</summary>
    public FittedUniverse Fit(UniverseSetting setting)
    {
        var rows = Rows(setting);
        var coded = Coded(setting, rows);
        var fitted = new FittedUniverse
        {
            Setting = coded.Setting, Model = coded.Model, Whole = coded.Model, Rows = rows, Codings = coded.Codings, Table = Cases(rows, data.Table(setting.Derive), coded.Codings), Status = UniverseStatus.Failed,
        };
        if (setting.DropBelow is { } limit)
            fitted = WeakItems.Drop(this, fitted, limit);
        if (fitted.Reason is not null)
            return fitted;
        return setting.Measurement == MeasurementStrategy.Latent ? Fit(fitted) : Scored.Fit(this, fitted);
    }

    /// <summary>The cases that a universe uses.</summary>
    public RowSelection Rows(UniverseSetting setting) => data.Rows(setting, Parts(setting).Numbers);

    /// <summary>A universe with the coded columns of its categorical variables, by the categories of the cases that it can use.</summary>
    /// <exception cref="InputException">A categorical variable does not fit its coding, or stands where it has no meaning.</exception>
    public CodedUniverse Coded(UniverseSetting setting, RowSelection rows)
    {
        var model = Model(setting.Model);
        var named = Parts(setting).Categories;
        if (named.Count == 0)
            return CodedUniverse.Of(setting, model, named);
        var table = data.Table(setting.Derive);
        var codings = Once(categories, (rows, table, string.Join('|', named.Select(Text))), () => [.. named.Select(coding => coding.In(table.Cases(rows.Candidates)))]);
        var coded = CodedUniverse.Of(setting, model, codings);
        return coded with { Model = Model(coded.Setting.Model) };
    }

    /// <summary>All cases that any resample of a universe may use, with its columns.</summary>
    public DataTable Candidates(FittedUniverse universe) => WithCodes(data.Table(universe.Setting.Derive).Cases(universe.Rows.Candidates), universe.Codings);

    /// <summary>A model of scores in the place of concepts, made once.</summary>
    public ScoredModel Scores(string text, MeasurementStrategy strategy) => Once(scored, (text, strategy), () => ScoredModel.Of(text, strategy));

    /// <summary>What the scores of some cases are made with, by what is asked for.</summary>
    public ScoredSample Scores(DataTable cases, string what, Func<ScoredSample> make) => Once(scores, (cases, what), make);

    /// <summary>Fits the model of a universe to its cases as they are.</summary>
    public FittedUniverse Fit(FittedUniverse of) => Fit(of, settings =>
    {
        var columns = of.Model.Columns(settings.Estimation);
        var (read, empty) = Once(samples, (of.Table, $"{string.Join(' ', columns)}|{settings.Group}"), () => SampleReading.Groups(of.Table, columns, settings.Group));
        return of.Model.Fit(read, empty, settings.Estimation, settings.Completion);
    });

    /// <summary>Fits the model of a universe to moments that were made of its cases.</summary>
    public static FittedUniverse Fit(FittedUniverse of, SampleMoments sample) => Fit(of, settings => of.Model.Fit(sample, settings.Estimation, settings.Completion));

    private static FittedUniverse Fit(FittedUniverse of, Func<PlanSettings, FitResult> fit)
    {
        try
        {
            return Outcome(of, fit(of.Setting.Settings));
        }
        catch (Exception problem) when (NumericalTrouble.IsShownBy(problem))
        {
            return of with { Status = Trouble(problem), Reason = problem.Message, Fit = null };
        }
    }

    private static FittedUniverse Outcome(FittedUniverse of, FitResult fit)
    {
        of = of with { Count = fit.Sample.Sum(sample => sample.Count) };
        var (ended, unknown) = (FullRefit.Status(fit), fit.Warnings.FirstOrDefault(warning => warning.Code == "not-identified"));
        if (!ended.HasConverged())
            return of with { Status = ended == FitStatus.SingularSample ? UniverseStatus.SingularSample : UniverseStatus.NotConverged, Reason = ended.Reason() };
        if (unknown is not null)
            return of with { Status = UniverseStatus.NotIdentified, Reason = unknown.Message };
        return fit.DegreesOfFreedom() < 0
            ? of with { Status = UniverseStatus.NotIdentified, Reason = "more parameters than moments" }
            : of with { Status = ended.IsImproper() ? UniverseStatus.Improper : UniverseStatus.Proper, Reason = ended.IsImproper() ? ended.Reason() : null, Fit = fit };
    }

    // The categorical variables of a model, and its other columns.
    private (IReadOnlyList<CategoryCoding> Categories, IReadOnlyList<string> Numbers) Parts(UniverseSetting setting) => Once(parts, (setting.Model, setting.Settings.Completion.Codings), () =>
    {
        var model = Model(setting.Model);
        var codings = CodedUniverse.Named(data, setting, model);
        return (codings, [.. model.ObservedVariables.SelectMany(ProductName.Factors).Distinct().Where(name => codings.All(coding => coding.Name != name))]);
    });

    private DataTable Cases(RowSelection rows, DataTable table, IReadOnlyList<CategoryCoding> codings) =>
        Once(tables, (rows, table, string.Join('|', codings.Select(Text))), () => WithCodes(table.Cases(rows.Kept), codings));

    private static DataTable WithCodes(DataTable cases, IReadOnlyList<CategoryCoding> codings) => codings.Aggregate(cases, (table, coding) => coding.AddAll(table));

    private static string Text(CategoryCoding coding) => $"{coding.Name}={coding.Kind}:{coding.Reference}:{string.Join(',', coding.Categories)}";

    // Two workers that ask at once may both make it; the first of them is kept.
    private TMade Once<TKey, TMade>(Dictionary<TKey, TMade> known, TKey key, Func<TMade> make)
        where TKey : notnull
    {
        lock (gate)
        {
            if (known.TryGetValue(key, out var found))
                return found;
        }

        var made = make();
        lock (gate)
        {
            if (known.Count >= Most)
                known.Clear();
            known.TryAdd(key, made);
            return known[key];
        }
    }

    private static UniverseStatus Trouble(Exception problem) => (problem as InputException)?.Lack switch
    {
        SampleLack.Variance => UniverseStatus.ConstantVariable,
        SampleLack.Size => UniverseStatus.TooFew,
        _ => UniverseStatus.Failed,
    };
}
