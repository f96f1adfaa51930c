using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Universes;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Runs;

/// <summary>Fits universes. What several of them share is read and worked out once; any number of workers may share it.</summary>
internal sealed class UniverseFitting(MultiverseData data)
{
    // So many of a kind are kept at most; universes that share them are neighbours.
    private const int Most = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, ModelSpecification> models = [];
    private readonly Dictionary<(RowSelection, DataTable), DataTable> tables = [];
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
        var model = Model(setting.Model);
        var rows = data.Rows(setting, model.ObservedVariables);
        var fitted = new FittedUniverse { Setting = setting, Model = model, Whole = model, Rows = rows, Table = Cases(rows, data.Table(setting.Derive)), Status = UniverseStatus.Failed };
        if (setting.DropBelow is { } limit)
            fitted = WeakItems.Drop(this, fitted, limit);
        if (fitted.Reason is not null)
            return fitted;
        return setting.Measurement == MeasurementStrategy.Latent ? Fit(fitted) : Scored.Fit(this, fitted);
    }

    /// <summary>A model of scores in the place of concepts, made once.</summary>
    public ScoredModel Scores(string text, MeasurementStrategy strategy) => Once(scored, (text, strategy), () => ScoredModel.Of(text, strategy));

    /// <summary>What the scores of some cases are made with, by what is asked for.</summary>
    public ScoredSample Scores(DataTable cases, string what, Func<ScoredSample> make) => Once(scores, (cases, what), make);

    /// <summary>Fits the model of a universe to its cases as they are.</summary>
    public FittedUniverse Fit(FittedUniverse of) => Fit(of, settings =>
    {
        var (read, empty) = Once(samples, (of.Table, $"{string.Join(' ', of.Model.ObservedVariables)}|{settings.Group}"), () => SampleReading.Groups(of.Table, of.Model.ObservedVariables, settings.Group));
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

    private DataTable Cases(RowSelection rows, DataTable table) => Once(tables, (rows, table), () => table.Cases(rows.Kept));

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
