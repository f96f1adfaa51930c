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
    private readonly Lock gate = new();
    private readonly Dictionary<string, ModelSpecification> models = [];
    private readonly Dictionary<(RowSelection, DataTable), DataTable> tables = [];

    /// <summary>The data.</summary>
    public MultiverseData Data => data;

    /// <summary>A model by its text, read once.</summary>
    public ModelSpecification Model(string text)
    {
        lock (gate)
        {
            if (!models.TryGetValue(text, out var model))
                models.Add(text, model = ModelSpecification.Parse(text));
            return model;
        }
    }

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

    /// <summary>Fits the model of a universe to its cases as they are.</summary>
    public static FittedUniverse Fit(FittedUniverse of) =>
        Fit(of, settings => of.Model.Fit(of.Table, settings.Estimation, settings.Completion, settings.Group));

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

    private DataTable Cases(RowSelection rows, DataTable table)
    {
        lock (gate)
        {
            if (!tables.TryGetValue((rows, table), out var cases))
                tables.Add((rows, table), cases = table.Cases(rows.Kept));
            return cases;
        }
    }

    private static UniverseStatus Trouble(Exception problem) => (problem as InputException)?.Lack switch
    {
        SampleLack.Variance => UniverseStatus.ConstantVariable,
        SampleLack.Size => UniverseStatus.TooFew,
        _ => UniverseStatus.Failed,
    };
}
