using System.CommandLine;
using System.Globalization;
using Pathwise.Cli.Models;
using Pathwise.Reporting;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Cli.Commands;

/// <summary>Simulates the power of a model's effects.</summary>
internal static class PowerCommand
{
    private static readonly Dictionary<string, IntervalKind> Kinds = Enum.GetValues<IntervalKind>().ToDictionary(kind => kind.Text());

    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "A file with a model in lavaan's syntax. Without --data every free parameter has its population value as start(): y ~ start(0.4)*x." };
        var counts = new Option<string[]>("--n") { Description = "Number of cases of a sample; several, N,N2,..., for power against the number of cases.", HelpName = "N" };
        var replicates = new Option<int>("--replicates") { Description = "Number of simulated samples (default 1000).", HelpName = "N", DefaultValueFactory = _ => 1000 };
        var seed = new Option<long>("--seed") { Description = "Seed of the samples.", HelpName = "N", Required = true };
        var kinds = new Option<string[]>("--ci") { Description = $"Intervals: {string.Join(",", Kinds.Keys)} (default delta).", HelpName = "LIST" };
        var bootstrap = new Option<int>("--bootstrap") { Description = "Bootstrap samples of each simulated sample (default 500).", HelpName = "N", DefaultValueFactory = _ => 500 };
        var threads = new Option<int>("--threads") { Description = "Number of threads (0: one for each processor); it changes no digit.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var level = new Option<double>("--level") { Description = "Level of the intervals (default 0.95).", HelpName = "P", DefaultValueFactory = _ => 0.95 };
        var data = new Option<string?>("--data") { Description = "A CSV of cases: the population has the estimates of the model in them.", HelpName = "CSV" };
        var target = new Option<double?>("--power", "--target-power") { Description = "The power wanted (default .8 in tables and figures): with several --n, the cases that each effect needs; with one --n and one --effect, a search from there.", HelpName = "P" };
        var effect = new Option<string[]>("--effect") { Description = "Intervals of these effects alone, as the table names them: \"x -> m -> y\", or \"x => y\" for a total effect; may be repeated.", HelpName = "NAME" };
        var figure = new Option<string?>("--figure") { Description = "Also draw the power of each effect, or power against the number of cases, into this SVG; beside it NAME-coverage.svg for one number of cases.", HelpName = "SVG" };
        var output = new OutputArguments();
        var command = new Command("power", "Simulates how often each effect of a model is found, its bias and the coverage of its intervals, and the number of cases that a power needs.") { model };
        foreach (var option in (IEnumerable<Option>)[counts, replicates, seed, kinds, bootstrap, threads, level, data, target, effect, figure, .. output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) =>
        {
            int[] sizes = [.. parsed.List(counts).Select(Count)];
            if (sizes.Length == 0)
                throw new InputException("--n is needed: the number of cases of a sample.");
            var (names, power) = (parsed.GetValue(effect) ?? [], parsed.GetValue(target));
            if (power is not (null or (> 0 and < 1)))
                throw new InputException($"--power: {power.Value.ToString(CultureInfo.InvariantCulture)} is not a power; expected a number between 0 and 1.");
            if (sizes.Length == 1 && power is not null && names.Length != 1)
                throw new InputException("--power with one number of cases looks for another; it needs one --effect NAME. With several --n it needs none.");
            var asked = parsed.List(kinds).Select(name => NamedChoice.Of(kinds.Name, name, Kinds)).Distinct().ToArray();
            var (table, population) = Population(parsed.GetValue(model)!, parsed.GetValue(data));
            var options = new PowerOptions
            {
                Count = sizes[0],
                Replicates = parsed.GetValue(replicates),
                Seed = parsed.GetValue(seed),
                Kinds = asked.Length > 0 ? asked : [IntervalKind.Delta],
                Effects = names,
                BootstrapReplicates = parsed.GetValue(bootstrap),
                Threads = parsed.GetValue(threads),
                Level = parsed.GetValue(level),
            };
            var error = parsed.InvocationConfiguration.Error;
            var progress = new ReplicateProgress(error, error == Console.Error && !Console.IsErrorRedirected);
            var (curve, result) = sizes.Length == 1 && power is not null
                ? table.FindCount(population, names[0], power.Value, options, progress, cancellation)
                : Simulated(table.SimulatePower(population, sizes, options, progress, cancellation));
            progress.End();
            if (parsed.GetValue(figure) is { } path && result.Effects.Count > 0)
                PowerPictures.Write(path, curve, power ?? 0.8);
            var wanted = power ?? 0.8;
            output.Write(parsed, json => new PowerJson(json, result, curve, wanted).Write(), () => curve.Results.Count == 1 || power is not null && sizes.Length == 1 ? PowerExhibit.Of(result) : PowerExhibit.Of(curve, wanted));
            var isWhole = result.Effects.Count > 0 && curve.Results.All(each => each.Drawn == options.Replicates) && !cancellation.IsCancellationRequested;
            if (cancellation.IsCancellationRequested)
                error.WriteLine($"pathwise: interrupted: {result.Drawn} of {options.Replicates} samples of {result.Options.Count} cases were drawn.");
            return Task.FromResult(isWhole ? ExitCode.Done : ExitCode.Failure);
        });
        return command;
    }

    private static (PowerCurve Curve, PowerResult Result) Simulated(PowerCurve curve) => (curve, curve.Results[^1]);

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 1
            ? count
            : throw new InputException($"--n: '{text}' is not a number of cases; expected a whole number above 1.");

    private static (ParameterTable Table, double[] Population) Population(string path, string? data)
    {
        // Exogenous variables are random in the population, as everything else is.
        var (specification, completion) = (ModelSpecification.Read(path), new ModelOptions { FixedX = false });
        if (data is not null)
        {
            var fit = specification.Fit(Surveys.DataTable.Read(data), completion: completion).RequireConverged();
            return (fit.Table, [.. fit.Values]);
        }

        var table = specification.Table(completion);
        var free = table.Rows.Where(row => row.IsFree).OrderBy(row => row.Free).ToArray();
        var without = free.Where(row => row.Start is null).Select(row => $"{row.Lhs} {row.Operator.Text()} {row.Rhs}").ToArray();
        if (without.Length > 0)
            throw new InputException($"{path}: no population value for {string.Join(", ", without)}; write it as start(), or give --data.");
        return (table, [.. free.Select(row => row.Start!.Value)]);
    }
}
