using System.CommandLine;
using System.Globalization;
using Pathwise.Analyses;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Power;
using Pathwise.Sem.Specification;
using Pathwise.Shards;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Simulates the power of a model's effects.</summary>
internal sealed class PowerCommand
{
    private const string Help = "Simulates how often each effect of a model is found, its bias and the coverage of its intervals, and the number of cases that a power needs.";

    private readonly Argument<string?> model = AnalysisArguments.Model("A file with a model in lavaan's syntax. Without --data every free parameter has its population value as start(): y ~ start(0.4)*x.");
    private readonly Option<string[]> counts = new("--n") { Description = "Number of cases of a sample; several, N,N2,..., for power against the number of cases.", HelpName = "N" };
    private readonly Option<int> replicates = new("--replicates") { Description = "Number of simulated samples (default 1000).", HelpName = "N", DefaultValueFactory = _ => 1000 };
    private readonly Option<long?> seed = new("--seed") { Description = "Seed of the samples.", HelpName = "N" };
    private readonly Option<string[]> kinds = new("--ci") { Description = $"Intervals: {string.Join(",", OptionWords.Intervals.Keys)} (default delta).", HelpName = "LIST" };
    private readonly Option<int> bootstrap = new("--bootstrap") { Description = "Bootstrap samples of each simulated sample (default 500).", HelpName = "N", DefaultValueFactory = _ => 500 };
    private readonly Option<int> threads = new("--threads") { Description = "Number of threads (0: one for each processor); it changes no digit.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<double> level = new("--level") { Description = "Level of the intervals (default 0.95).", HelpName = "P", DefaultValueFactory = _ => 0.95 };
    private readonly DataArguments data = new("Cases, in which the model's estimates are the population's values");
    private readonly Option<double?> target = new("--power", "--target-power") { Description = "The power wanted (default .8 in tables and figures): with several --n, the cases that each effect needs; with one --n and one --effect, a search from there.", HelpName = "P" };
    private readonly Option<string[]> effect = new("--effect") { Description = "Intervals of these effects alone, as the table names them: \"x -> m -> y\", or \"x => y\" for a total effect; may be repeated.", HelpName = "NAME" };
    private readonly PowerArguments counted = new();
    private readonly Option<string?> answers = new("--answers") { Description = "How answers are distributed: normal, skewed (skewness 2, excess kurtosis 7) or seven (seven points of equal width); covariances are the population's in each (default normal).", HelpName = "NAME" };
    private readonly Option<string?> leftOut = new("--left-out") { Description = "What the population has and the model leaves out: cross-loadings:LEVEL, residual-correlations:LEVEL, disturbance-correlations:LEVEL or direct-path:LEVEL, as in 'pathwise cutoffs'.", HelpName = "KIND:LEVEL" };
    private readonly Option<string?> figure = new("--figure") { Description = "Also draw the power of each effect, or power against the number of cases, into this SVG; beside it NAME-coverage.svg for one number of cases.", HelpName = "SVG" };
    private readonly ModelArguments ordinal = new();
    private readonly AnalysisArguments stored = new();
    private readonly OutputArguments output = new();

    private readonly ShardedWork shards;

    private PowerCommand(ShardSet? merged) => shards = new("power", merged);

    public static Command Create()
    {
        var command = Create(null);
        command.Add(MergeCommand.Of("power", Create, "--figure"));
        return command;
    }

    private static Command Create(ShardSet? merged)
    {
        var made = new PowerCommand(merged);
        var command = new Command("power", Help) { made.model };
        foreach (var option in (IEnumerable<Option>)[made.counts, made.replicates, made.seed, made.kinds, made.bootstrap, made.threads, made.level, .. made.data.Options, .. made.ordinal.OptionsOfOrdered, made.target, made.effect, .. made.counted.Options, made.answers, made.leftOut, made.figure, .. made.shards.Options, .. made.stored.Options, .. made.output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) => Task.FromResult(made.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var shard = shards.Plan(parsed, figure);
        var analysis = Plan(parsed);
        var plan = analysis.Power!;
        if (IsSearch(plan) && shard is not null)
            throw new InputException("--shard: a search for the number of cases goes from one study to the next and has no shards; give several --n.");
        var (table, population, use) = Population(parsed, analysis);
        stored.Keep(parsed, analysis);
        var progress = ReplicateProgress.On(parsed.InvocationConfiguration.Error);
        var sizes = IsSearch(plan) ? null : PowerSizes.Of(table, population, plan.Counts, plan.Options);
        if (shard is not null)
            return RunShard(parsed, (shard, ShardPlan.Of(analysis, population)), sizes!, progress, cancellation);
        if (shards.Merged is not null)
            shards.RequireSame(ShardPlan.Of(analysis, population));
        var (curve, result) = sizes is null ? table.FindCount(population, plan.Options.Effects[0], plan.Target!.Value, plan.Options, progress, cancellation)
            : Simulated(shards.Merged is { } merged ? Merge(merged, sizes) : table.SimulatePower(population, plan.Counts, plan.Options, progress, cancellation));
        progress.End();
        Print(parsed, plan, curve, result, use, data.Account(analysis.Cases, table.ObservedVariables).Of(analysis));
        if (Shortcoming(plan, curve, result, cancellation.IsCancellationRequested) is not { } message)
            return ExitCode.Done;
        parsed.InvocationConfiguration.Error.WriteLine($"pathwise: {message}");
        return ExitCode.Failure;
    }

    private int RunShard(ParseResult parsed, (Shard Shard, string Plan) header, PowerSizes sizes, ReplicateProgress progress, CancellationToken cancellation)
    {
        var drawn = new PowerShard(sizes);
        return shards.Run(parsed, header, "samples", new(drawn.Total(header.Shard), () => drawn.Drawn, drawn.Read, Draw, drawn.Write));

        void Draw()
        {
            drawn.Draw(header.Shard, progress, cancellation);
            progress.End();
        }
    }

    private static PowerCurve Merge(ShardSet merged, PowerSizes sizes)
    {
        var all = new PowerShard(sizes);
        foreach (var file in merged.Files)
        {
            var part = new PowerShard(sizes);
            file.Read(part.Read);
            all.Add(part);
        }

        return all.Curve();
    }

    // Exogenous variables are random in the population, as everything else is.
    private Analysis Plan(ParseResult parsed)
    {
        output.Check(parsed);
        stored.Check(parsed);
        var given = stored.Given(parsed);
        if (given is not null && (given.Power is null || given.Moments is not null || given.Cases?.Group is not null))
            throw new InputException($"{stored.Source(parsed)} is not the analysis of a power study{(given.Power is null ? "; it has no member power" : ", which has cases of one group or none")}.");
        var plan = Plan(parsed, given?.Power);
        Check(parsed, plan);
        var specification = stored.Model(parsed, model);
        var cases = data.Choose(parsed, given?.Cases, stored.Source(parsed));
        var completion = Completion(new() { FixedX = false, Ordered = given?.Completion.Ordered ?? [], Parameterization = given?.Completion.Parameterization ?? new ModelOptions().Parameterization });
        var estimation = specification.OrderedVariables(completion).Count > 0 ? new EstimationOptions { Estimator = EstimationMethods.OfOrdered } : new();
        var analysis = new Analysis { Model = specification, Cases = cases, Completion = completion, Estimation = estimation, Power = plan };
        var asGiven = new Analysis { Model = specification, Cases = cases, Completion = Completion(given?.Completion ?? analysis.Completion), Estimation = given?.Estimation ?? estimation, Power = plan };
        ordinal.RequireOrdered(parsed, analysis);
        return given is null || asGiven.Equals(analysis)
            ? analysis
            : throw new InputException($"{stored.Source(parsed)}, completion and estimation: a power study has fixed.x false, with ordered variables the estimator {EstimationMethods.OfOrdered}, and otherwise the defaults.");

        ModelOptions Completion(ModelOptions start) => ordinal.Resolved(parsed, ordinal.Completion(parsed, start), specification, cases);
    }

    private PowerPlan Plan(ParseResult parsed, PowerPlan? given)
    {
        int[] sizes = parsed.Has(counts) || given is null ? [.. parsed.List(counts).Select(Count).Distinct()] : [.. given.Counts];
        if (sizes.Length == 0)
            throw new InputException("--n is needed: the number of cases of a sample.");
        var chosen = parsed.GetValue(seed) ?? given?.Options.Seed ?? throw new InputException("--seed is needed: give any whole number, and the result can be repeated.");
        return new(Options(parsed, sizes[0], given?.Options ?? new() { Count = sizes[0], Seed = chosen }) with { Seed = chosen }, sizes, parsed.GetValue(target) ?? given?.Target);
    }

    private void Check(ParseResult parsed, PowerPlan plan)
    {
        if (plan.Target is { } power && power is not (> 0 and < 1))
            throw new InputException($"--power: {power.ToString(CultureInfo.InvariantCulture)} is not a power; expected a number between 0 and 1.");
        if (IsSearch(plan) && plan.Options.Effects is not [_])
            throw new InputException("--power with one number of cases looks for another; it needs one --effect NAME. With several --n it needs none.");
        if (parsed.GetValue(figure) is not { } path)
            return;
        OutputFile.Probe(path);
        if (plan.Counts.Count == 1)
            OutputFile.Probe(PowerPictures.Beside(path));
    }

    private static bool IsSearch(PowerPlan plan) => plan.Counts.Count == 1 && plan.Target is not null;

    private PowerOptions Options(ParseResult parsed, int count, PowerOptions given)
    {
        IReadOnlyList<IntervalKind> asked = [.. parsed.List(kinds).Select(name => NamedChoice.Of(kinds.Name, name, OptionWords.Intervals)).Distinct()];
        return (counted.Plan(parsed, given) with
        {
            Count = count,
            Replicates = parsed.Given(replicates, given.Replicates),
            Kinds = asked.Count > 0 ? asked : given.Kinds,
            Effects = parsed.Has(effect) ? [.. parsed.GetValue(effect)!.Select(EffectWords.Plain)] : given.Effects,
            BootstrapReplicates = parsed.Given(bootstrap, given.BootstrapReplicates),
            Shape = parsed.Choice(answers, OptionWords.Shapes, given.Shape),
            LeftOut = parsed.GetValue(leftOut) ?? given.LeftOut,
            Threads = parsed.GetValue(threads),
            Level = parsed.Given(level, given.Level),
        }).Checked();
    }

    // Figures last: one that cannot be written takes nothing else with it.
    private void Print(ParseResult parsed, PowerPlan plan, PowerCurve curve, PowerResult result, CaseUse? use, DataAccount account)
    {
        var wanted = plan.Target ?? 0.8;
        output.Write(parsed, json => new PowerJson(json, result, curve, wanted).Write(use), () => Exhibit(IsSearch(plan), curve, result, use, wanted), account);
        if (parsed.GetValue(figure) is { } path && result.Effects.Count > 0)
            PowerPictures.Write(path, curve, wanted);
    }

    private static Summary Exhibit(bool isSearch, PowerCurve curve, PowerResult result, CaseUse? use, double wanted)
    {
        var exhibit = curve.Results.Count == 1 || isSearch ? PowerDesign.Of(result) : PowerDesign.Of(curve, wanted);
        return use is { Omitted.Count: > 0 } ? exhibit.Of(use) : exhibit;
    }

    /// <summary>What keeps the results from being whole, or null.</summary>
    private static string? Shortcoming(PowerPlan plan, PowerCurve curve, PowerResult result, bool isInterrupted)
    {
        var (isSearch, sizes) = (IsSearch(plan), plan.Counts.Count);
        var isShort = result.Drawn < result.Options.Replicates || (!isSearch && curve.Results.Count < sizes);
        if (isInterrupted && (isShort || isSearch))
            return $"interrupted: {result.Drawn} of {result.Options.Replicates} samples of {result.Options.Count} cases were drawn{(isSearch ? ", before the search came to its end" : curve.Results.Count < sizes ? ", and none of more cases" : "")}.";
        if (curve.Results.FirstOrDefault(each => each.Effects.Count == 0) is { } empty)
            return $"{empty.Converged} of {empty.Drawn} samples of {empty.Options.Count} cases could be fitted; a study needs at least 2.";
        return isSearch && result.Effects.FirstOrDefault(each => each.Effect.Name == result.Options.Effects[0]) is not { Intervals.Count: > 0 }
            ? $"no sample of {result.Options.Count} cases gave an interval of {result.Options.Effects[0]}, and so the search ends."
            : null;
    }

    private static (PowerCurve Curve, PowerResult Result) Simulated(PowerCurve curve) => (curve, curve.Results[^1]);

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 1
            ? count
            : throw new InputException($"--n: '{text}' is not a number of cases; expected a whole number above 1.");

    private (ParameterTable Table, double[] Population, CaseUse? Use) Population(ParseResult parsed, Analysis analysis)
    {
        if (analysis.Cases is { } cases)
        {
            var fit = analysis.Model.Fit(data.Read(parsed, cases), analysis.Estimation, analysis.Completion).RequireConverged();
            return (fit.Table, [.. fit.Values], fit.CaseUse);
        }

        var table = analysis.Model.Table(analysis.Completion, [""], analysis.Model.WrittenThresholds(analysis.Completion));
        var free = table.Rows.Where(row => row.IsFree).OrderBy(row => row.Free).ToArray();
        var without = free.Where(row => row.Start is null).Select(row => $"{row.Lhs} {row.Operator.Text()} {row.Rhs}").ToArray();
        if (without.Length > 0)
            throw new InputException($"{analysis.Model.Source}: no population value for {string.Join(", ", without)}; write it as start(), or give --data.");
        return (table, [.. free.Select(row => row.Start!.Value)], null);
    }
}
