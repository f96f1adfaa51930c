using System.CommandLine;
using System.Globalization;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Exhibits;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Power;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Simulates the power of a model's effects.</summary>
internal sealed class PowerCommand
{
    private const string Help = "Simulates how often each effect of a model is found, its bias and the coverage of its intervals, and the number of cases that a power needs.";

    private static readonly Dictionary<string, IntervalKind> Kinds = Enum.GetValues<IntervalKind>().ToDictionary(kind => kind.Text());

    private readonly Argument<string> model = new("MODEL") { Description = "A file with a model in lavaan's syntax. Without --data every free parameter has its population value as start(): y ~ start(0.4)*x." };
    private readonly Option<string[]> counts = new("--n") { Description = "Number of cases of a sample; several, N,N2,..., for power against the number of cases.", HelpName = "N" };
    private readonly Option<int> replicates = new("--replicates") { Description = "Number of simulated samples (default 1000).", HelpName = "N", DefaultValueFactory = _ => 1000 };
    private readonly Option<long> seed = new("--seed") { Description = "Seed of the samples.", HelpName = "N", Required = true };
    private readonly Option<string[]> kinds = new("--ci") { Description = $"Intervals: {string.Join(",", Kinds.Keys)} (default delta).", HelpName = "LIST" };
    private readonly Option<int> bootstrap = new("--bootstrap") { Description = "Bootstrap samples of each simulated sample (default 500).", HelpName = "N", DefaultValueFactory = _ => 500 };
    private readonly Option<int> threads = new("--threads") { Description = "Number of threads (0: one for each processor); it changes no digit.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<double> level = new("--level") { Description = "Level of the intervals (default 0.95).", HelpName = "P", DefaultValueFactory = _ => 0.95 };
    private readonly DataArguments data = new("Cases, in which the model's estimates are the population's values");
    private readonly Option<double?> target = new("--power", "--target-power") { Description = "The power wanted (default .8 in tables and figures): with several --n, the cases that each effect needs; with one --n and one --effect, a search from there.", HelpName = "P" };
    private readonly Option<string[]> effect = new("--effect") { Description = "Intervals of these effects alone, as the table names them: \"x -> m -> y\", or \"x => y\" for a total effect; may be repeated.", HelpName = "NAME" };
    private readonly Option<string?> figure = new("--figure") { Description = "Also draw the power of each effect, or power against the number of cases, into this SVG; beside it NAME-coverage.svg for one number of cases.", HelpName = "SVG" };
    private readonly OutputArguments output = new();

    private PowerCommand()
    {
    }

    public static Command Create()
    {
        var made = new PowerCommand();
        var command = new Command("power", Help) { made.model };
        foreach (var option in (IEnumerable<Option>)[made.counts, made.replicates, made.seed, made.kinds, made.bootstrap, made.threads, made.level, .. made.data.Options, made.target, made.effect, made.figure, .. made.output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) => Task.FromResult(made.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        int[] sizes = [.. parsed.List(counts).Select(Count).Distinct()];
        Check(parsed, sizes);
        var options = Options(parsed, sizes[0]);
        var (table, population, use) = Population(parsed, parsed.GetValue(model)!, data);
        var progress = ReplicateProgress.On(parsed.InvocationConfiguration.Error);
        var (curve, result) = IsSearch(parsed, sizes)
            ? table.FindCount(population, options.Effects[0], parsed.GetValue(target)!.Value, options, progress, cancellation)
            : Simulated(table.SimulatePower(population, sizes, options, progress, cancellation));
        progress.End();
        Print(parsed, sizes, curve, result, use, data.Account(parsed, table.ObservedVariables));
        if (Shortcoming(parsed, sizes, curve, result, cancellation.IsCancellationRequested) is not { } message)
            return ExitCode.Done;
        parsed.InvocationConfiguration.Error.WriteLine($"pathwise: {message}");
        return ExitCode.Failure;
    }

    private void Check(ParseResult parsed, int[] sizes)
    {
        output.Check(parsed);
        if (sizes.Length == 0)
            throw new InputException("--n is needed: the number of cases of a sample.");
        if (parsed.GetValue(target) is { } power && power is not (> 0 and < 1))
            throw new InputException($"--power: {power.ToString(CultureInfo.InvariantCulture)} is not a power; expected a number between 0 and 1.");
        if (IsSearch(parsed, sizes) && parsed.GetValue(effect) is not [_])
            throw new InputException("--power with one number of cases looks for another; it needs one --effect NAME. With several --n it needs none.");
        if (parsed.GetValue(figure) is not { } path)
            return;
        OutputFile.Probe(path);
        if (sizes.Length == 1)
            OutputFile.Probe(PowerPictures.Beside(path));
    }

    private bool IsSearch(ParseResult parsed, int[] sizes) => sizes.Length == 1 && parsed.GetValue(target) is not null;

    private PowerOptions Options(ParseResult parsed, int count)
    {
        var asked = parsed.List(kinds).Select(name => NamedChoice.Of(kinds.Name, name, Kinds)).Distinct().ToArray();
        return new PowerOptions
        {
            Count = count,
            Replicates = parsed.GetValue(replicates),
            Seed = parsed.GetValue(seed),
            Kinds = asked.Length > 0 ? asked : [IntervalKind.Delta],
            Effects = parsed.GetValue(effect) ?? [],
            BootstrapReplicates = parsed.GetValue(bootstrap),
            Threads = parsed.GetValue(threads),
            Level = parsed.GetValue(level),
        }.Checked();
    }

    // Figures last: one that cannot be written takes nothing else with it.
    private void Print(ParseResult parsed, int[] sizes, PowerCurve curve, PowerResult result, CaseUse? use, DataAccount account)
    {
        var wanted = parsed.GetValue(target) ?? 0.8;
        output.Write(parsed, json => new PowerJson(json, result, curve, wanted).Write(use), () => Exhibit(IsSearch(parsed, sizes), curve, result, use, wanted), account);
        if (parsed.GetValue(figure) is { } path && result.Effects.Count > 0)
            PowerPictures.Write(path, curve, wanted);
    }

    private static Summary Exhibit(bool isSearch, PowerCurve curve, PowerResult result, CaseUse? use, double wanted)
    {
        var exhibit = curve.Results.Count == 1 || isSearch ? PowerExhibit.Of(result) : PowerExhibit.Of(curve, wanted);
        return use is { Omitted.Count: > 0 } ? exhibit.Of(use) : exhibit;
    }

    /// <summary>What keeps the results from being whole, or null.</summary>
    private string? Shortcoming(ParseResult parsed, int[] sizes, PowerCurve curve, PowerResult result, bool isInterrupted)
    {
        var isSearch = IsSearch(parsed, sizes);
        var isShort = result.Drawn < result.Options.Replicates || (!isSearch && curve.Results.Count < sizes.Length);
        if (isInterrupted && (isShort || isSearch))
            return $"interrupted: {result.Drawn} of {result.Options.Replicates} samples of {result.Options.Count} cases were drawn{(isSearch ? ", before the search came to its end" : curve.Results.Count < sizes.Length ? ", and none of more cases" : "")}.";
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

    private static (ParameterTable Table, double[] Population, CaseUse? Use) Population(ParseResult parsed, string path, DataArguments data)
    {
        // Exogenous variables are random in the population, as everything else is.
        var (specification, completion) = (ModelSpecification.Read(path), new ModelOptions { FixedX = false });
        if (data.Path(parsed) is not null)
        {
            var fit = specification.Fit(data.Read(parsed), completion: completion).RequireConverged();
            return (fit.Table, [.. fit.Values], fit.CaseUse);
        }

        var table = specification.Table(completion);
        var free = table.Rows.Where(row => row.IsFree).OrderBy(row => row.Free).ToArray();
        var without = free.Where(row => row.Start is null).Select(row => $"{row.Lhs} {row.Operator.Text()} {row.Rhs}").ToArray();
        if (without.Length > 0)
            throw new InputException($"{path}: no population value for {string.Join(", ", without)}; write it as start(), or give --data.");
        return (table, [.. free.Select(row => row.Start!.Value)], null);
    }
}
