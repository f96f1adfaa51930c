using System.CommandLine;
using System.Globalization;
using Pathwise.Analyses;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Influence;
using Pathwise.Sem.Moments;
using Pathwise.Shards;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Asks which cases carry an effect.</summary>
internal sealed class InfluenceCommand
{
    private const string Help = """
        Says what each case changes about an effect, and how many cases must go for a conclusion to change.

        For every case the exact fit without it: change of the effect, generalized Cook's distance, change of the chi-square. For the effect, the
        direct and the total effect of the same pair and the test of exact fit: the fewest cases found without which the sign, the significance or
        the rejection changes. Every set of up to a size is tried as far as --budget allows; beyond that a greedy search with exact refits. Each set
        found is fitted anew with the interval of the analysis. --reference N says how many cases it takes in samples without odd ones.
        What is found is a question to the data, and no leave to delete.
        """;

    // Each of them takes a thousand times as long as one of continuous variables: single cases alone are all tried.
    private const int FitsOfOrdered = 1000;

    private readonly Argument<string?> model = AnalysisArguments.Model("A file with a model in lavaan's syntax.");
    private readonly Option<string?> figure = new("--figure") { Description = "Also draw the effect as cases go one after the other into this SVG.", HelpName = "SVG" };
    private readonly ModelArguments arguments = new();
    private readonly AnalysisArguments stored = new();
    private readonly InfluenceArguments search = new();
    private readonly OutputArguments output = new();

    private readonly ShardedWork shards;

    private InfluenceCommand(ShardSet? merged) => shards = new("influence", merged);

    public static Command Create()
    {
        var command = Create(null);
        command.Add(MergeCommand.Of("influence", Create, "--figure"));
        return command;
    }

    private static Command Create(ShardSet? merged)
    {
        var made = new InfluenceCommand(merged);
        var command = new Command("influence", Help) { made.model };
        foreach (var option in (IEnumerable<Option>)[.. made.arguments.Options, .. made.stored.Options, .. made.search.Options, made.figure, .. made.shards.Options, .. made.output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) => Task.FromResult(made.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var shard = shards.Plan(parsed, figure);
        var (analysis, options) = Plan(parsed);
        if (shard is not null && options.ReferenceSamples == 0)
            throw new InputException("--shard: without --reference N there is nothing to share out.");
        var (table, names) = Cases(parsed, analysis, options);
        var fit = arguments.Fit(parsed, analysis);
        stored.Keep(parsed, analysis);
        if (!fit.HasConverged)
            return Fail(parsed, fit.Warnings[0].Message);
        var progress = ReplicateProgress.On(parsed.InvocationConfiguration.Error);
        var study = CaseInfluences.Study(fit, options, CaseNames.Of(table, names));
        if (shard is not null)
            return Draw(parsed, (shard, PlanOf(fit, analysis, options)), study, options, progress, cancellation);
        var result = study.Execute(Merged(fit, analysis, options), progress, cancellation);
        progress.End();
        Print(parsed, analysis, fit, result);
        return result.IsComplete ? ExitCode.Done : Fail(parsed, "interrupted: the sets found so far may not be the smallest, and what was not begun is missing.");
    }

    private int Draw(
        ParseResult parsed, (Shard Shard, string Plan) header, InfluenceStudy study, InfluenceOptions options, ReplicateProgress progress, CancellationToken cancellation)
    {
        var drawn = new ReferenceShard(options.ReferenceSamples);
        return shards.Run(parsed, header, "samples", new(drawn.Total(header.Shard), () => drawn.Done(header.Shard), drawn.Read, Search, drawn.Write));

        void Search()
        {
            study.DrawReferences(drawn, header.Shard, progress, cancellation);
            progress.End();
        }
    }

    private ReferenceShard? Merged(FitResult fit, Analysis analysis, InfluenceOptions options)
    {
        if (shards.Merged is not { } merged)
            return null;
        shards.RequireSame(PlanOf(fit, analysis, options));
        var all = new ReferenceShard(options.ReferenceSamples);
        foreach (var file in merged.Files)
            file.Read(all.Read);
        return all;
    }

    // What decides the digits of a reference, beside the fit.
    private static string PlanOf(FitResult fit, Analysis analysis, InfluenceOptions options) => ShardPlan.Of(
        analysis,
        [.. fit.Values, options.Level],
        string.Create(CultureInfo.InvariantCulture, $"{options.Effect}|{options.Rule}|{options.Most}|{options.ReferenceSamples}|{options.Seed}|{options.Budget}|{options.HasOneStep}|{options.Interval}|{options.Bootstrap?.Replicates}"));

    private (Analysis Analysis, InfluenceOptions Options) Plan(ParseResult parsed)
    {
        output.Check(parsed);
        stored.Check(parsed);
        var options = search.Plan(parsed);
        if (parsed.GetValue(figure) is { } picture)
            OutputFile.Probe(picture);
        var analysis = arguments.Plan(parsed, model, stored);
        if (analysis.Ordered.Count > 0 && !search.HasBudget(parsed))
            options = options with { Budget = FitsOfOrdered };
        if (analysis.Cases is null)
            throw new InputException("Cases can be left out of cases alone; give --data CSV.");
        return analysis.Cases.Group is null ? (analysis, options) : throw new InputException("The search for influential cases is of one group; leave out --group.");
    }

    // What cannot be done is said before anything is fitted.
    private (DataTable Table, string? Identifier) Cases(ParseResult parsed, Analysis analysis, InfluenceOptions options)
    {
        var read = arguments.Sample.Read(parsed, analysis.Cases!);
        var coded = CodedData.Of(analysis.Model, read.Table, analysis.Completion);
        var model = coded.Model.Table(coded.Options, [""], OrderedRequirements.Thresholds(analysis.Ordered, read.Table));
        var columns = model.ObservedVariables.Select(name => ProductColumns.Of(coded.Table, name)).ToList();
        var isComplete = analysis.Estimation.Missing == MissingData.Listwise;
        var count = Enumerable.Range(0, read.Table.Count).Count(i => isComplete ? columns.All(column => !double.IsNaN(column[i])) : columns.Any(column => !double.IsNaN(column[i])));
        model.CheckInfluence(count, options);
        return (read.Table, search.Identifier(parsed, read));
    }

    private void Print(ParseResult parsed, Analysis analysis, FitResult fit, InfluenceResult result)
    {
        output.Write(
            parsed,
            json => new InfluenceJson(json, result).Write(),
            () => InfluenceDesign.Of(result, fit.Warnings),
            arguments.Account.Of(analysis).With(PathNotes(result)));
        if (parsed.GetValue(figure) is { } picture)
            OutputFile.Write(picture, writer => writer.Write(result.Draw().ToSvg()));
    }

    private static IEnumerable<string> PathNotes(InfluenceResult result) => result.Path is { IsCompiled: false } path
        ? [.. SetsOfOrdered(result), $"the samples were fitted by the general path, which is slower than compiled code, because of {path.Reason}."]
        : [];

    private static IEnumerable<string> SetsOfOrdered(InfluenceResult result) => result.Options.Budget == FitsOfOrdered
        ? ["with ordered variables sets of several cases are not all tried unless --budget N asks for it; the sets found are those of the greedy search."]
        : [];

    private static int Fail(ParseResult parsed, string message)
    {
        parsed.InvocationConfiguration.Error.WriteLine($"pathwise: {message}");
        return ExitCode.Failure;
    }
}
