using System.Globalization;
using Pathwise.Analyses;
using Pathwise.Export.Content;
using Pathwise.Multiverse.Runs;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Export.Scripts;

/// <summary>One universe as files and as what a person types: the command, the cell of a notebook and the script for lavaan, each of which gives its numbers.</summary>
public sealed class UniverseScripts
{
    private readonly ShownUniverse universe;
    private readonly Report report;
    private readonly EffectOptions effects;

    /// <summary>The scripts of a universe with estimates.</summary>
    /// <exception cref="NumericalException">It has none.</exception>
    public UniverseScripts(ShownUniverse universe)
    {
        ArgumentNullException.ThrowIfNull(universe);
        this.universe = universe;
        var fit = universe.Fit ?? throw new NumericalException($"The universe {universe.Row.Key} has no estimates: {universe.Row.Reason}.");
        effects = new() { Kinds = [Kind()], Effects = universe.Effects, Level = universe.Setting!.Level };
        report = new(fit, new() { Name = "Universe", Model = ModelSpecification.Parse(universe.Model), Effects = new() { IsStandardized = false, Level = effects.Level }, IsSynthetic = universe.IsSynthetic });
    }

    /// <summary>The name of the file of cases, or of covariances; of cases without products, where the script for lavaan has a file with them.</summary>
    public string DataFile => new AnalysedData(report) is { HasCases: true } data ? (data.HasProducts ? data.File.Replace("data", "cases", StringComparison.Ordinal) : data.File) : "covariances.csv";

    /// <summary>The command that gives the same numbers in a folder with these files.</summary>
    public string Command => string.Join(' ', ["pathwise effects model.lav", .. Sample(), .. Options(), .. universe.Effects.Select(name => $"--effect {Quoted(name)}")]);

    /// <summary>The cell of a notebook that does.</summary>
    public string Cell => string.Join('\n', [
        "using Pathwise.Analyses; using Pathwise.Sem.Intervals; using Pathwise.Sem.Resampling;",
        "var analysis = Analysis.Read(\"analysis.json\");",
        "var fit = analysis.Fit();",
        IsBootstrapped ? "var drawn = fit.Bootstrap(analysis.Bootstrap!);\nfit.EstimateEffects(analysis.Effects, drawn)" : "fit.EstimateEffects(analysis.Effects)"]);

    /// <summary>The script for lavaan.</summary>
    public string Lavaan => LavaanScript.Of(report, ModelSpecification.Parse(universe.Model));

    /// <summary>What no script repeats; null where they give all numbers.</summary>
    public string? Caution => universe.Replicates > 0 && !universe.HasPlainBootstrap
        ? "Its intervals rest on resamples that all universes share, drawn from more cases than are in this file, or on rules applied anew in each; the scripts give the estimates, and 'pathwise multiverse show' with --bootstrap the intervals."
        : null;

    /// <summary>Writes the model, the cases, the analysis, and the scripts into a folder that is made or is empty.</summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public void Write(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        void Put(string name, string text) => OutputFile.Write(Path.Combine(folder, name), writer => writer.Write(text), makesFolder: true);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new InputException($"{folder} is not empty; name a folder that does not exist.");
        Put("model.lav", universe.Model.TrimEnd() + "\n");
        var data = new AnalysedData(report);
        Put(DataFile, !data.HasCases ? Covariances() : data.HasProducts ? data.FactorCsv(universe.Table) : data.Csv());
        if (data is { HasCases: true, HasProducts: true })
            Put(data.File, data.Csv());
        Put("model.R", Lavaan);
        Put("command.txt", Command + "\n");
        Put("cell.cs", Cell + "\n");
        Put("analysis.json", Analysis(folder).ToJson());
    }

    private bool IsBootstrapped => universe.Replicates > 0 && universe.HasPlainBootstrap;

    private IntervalKind Kind() => universe.Row.Effects.SelectMany(each => each.Intervals).Select(interval => interval.Kind).FirstOrDefault(IntervalKind.Delta) is var kind && kind.IsBootstrap() && !universe.HasPlainBootstrap
        ? IntervalKind.Delta
        : kind;

    private Analysis Analysis(string folder)
    {
        var fit = universe.Fit!;
        var path = Path.Combine(folder, DataFile);
        var hasCases = new AnalysedData(report).HasCases;
        return new()
        {
            Model = ModelSpecification.Parse(universe.Model.TrimEnd() + "\n"),
            Cases = hasCases ? CaseSelection.Of(path) with { Path = DataFile, Group = new AnalysedData(report).Group } : null,
            Moments = hasCases ? null : MomentSelection.Of(path, [fit.CaseCount]) with { Path = DataFile },
            Completion = fit.Table.Options, Estimation = fit.Options, Effects = effects,
            Bootstrap = IsBootstrapped ? new() { Replicates = universe.Replicates, Seed = universe.Seed, HasJackknife = effects.Kinds[0] == IntervalKind.BcA, Rule = universe.Setting!.Improper } : null,
        };
    }

    // Divided by n - 1, as the command expects them.
    private string Covariances()
    {
        var sample = universe.Fit!.Sample[0].With(Divisor.CountLessOne);
        return string.Join(',', sample.Names) + "\n" + string.Concat(sample.Covariance.EnumerateRows().Select(row => string.Join(',', row.Select(AnalysedData.Number)) + "\n"));
    }

    private IEnumerable<string> Sample()
    {
        var data = new AnalysedData(report);
        if (!data.HasCases)
            return [string.Create(CultureInfo.InvariantCulture, $"--cov {DataFile} --n {universe.Fit!.CaseCount}")];
        return data.Group is { } group ? [$"--data {DataFile}", $"--group {group}"] : [$"--data {DataFile}"];
    }

    private IEnumerable<string> Options()
    {
        var (estimation, completion) = (universe.Fit!.Options, universe.Fit.Table.Options);
        yield return $"--estimator {estimation.Estimator}";
        if (estimation.Likelihood != Likelihood.Normal)
            yield return $"--likelihood {OptionWords.Likelihoods.Word(estimation.Likelihood)}";
        if (estimation.Missing != MissingData.Listwise)
            yield return $"--missing {OptionWords.Treatments.Word(estimation.Missing)}";
        if (estimation.Auxiliary.Count > 0)
            yield return $"--auxiliary {string.Join(',', estimation.Auxiliary)}";
        if (estimation.Information is { } information)
            yield return $"--information {OptionWords.Matrices.Word(information)}";
        if (completion.Defaults != ModelDefaults.Sem)
            yield return $"--defaults {OptionWords.Defaults.Word(completion.Defaults)}";
        if (completion.MeanStructure == true && !estimation.Missing.NeedsMeans())
            yield return "--meanstructure";
        if (completion.StdLv)
            yield return "--std-lv";
        if (completion.Orthogonal)
            yield return "--orthogonal";
        if (!completion.FixedX)
            yield return "--fixed-x false";
        if (completion.Center != ProductCentre.None)
            yield return $"--center {OptionWords.Centres.Word(completion.Center)}";
        if (completion.GroupEqual.Count > 0)
            yield return $"--group-equal {string.Join(',', completion.GroupEqual.Select(each => OptionWords.Equalities.Word(each)))}";
        if (completion.GroupPartial.Count > 0)
            yield return $"--group-partial {Quoted(string.Join(',', completion.GroupPartial))}";
        if (universe.Fit.Table.OrderedVariables.Count > 0)
            yield return $"--ordered {string.Join(',', universe.Fit.Table.OrderedVariables)} --parameterization {OptionWords.Parameterizations.Word(completion.Parameterization)}";
        foreach (var option in Inference())
            yield return option;
    }

    private IEnumerable<string> Inference()
    {
        yield return $"--ci {effects.Kinds[0].Text()}";
        if (!effects.Level.Equals(0.95))
            yield return $"--level {AnalysedData.Number(effects.Level)}";
        if (IsBootstrapped)
            yield return string.Create(CultureInfo.InvariantCulture, $"--bootstrap {universe.Replicates} --seed {universe.Seed} --improper {OptionWords.Rules.Word(universe.Setting!.Improper)}");
        else if (effects.Kinds[0] == IntervalKind.MonteCarlo)
            yield return "--seed 1";
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
