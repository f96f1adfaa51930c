using System.CommandLine;
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
        var model = new Argument<string>("MODEL") { Description = "A file with a model in lavaan's syntax. Without --data or --cov every free parameter has its population value as start(): y ~ start(0.4)*x." };
        var count = new Option<int?>("--n") { Description = "Number of cases of a sample.", HelpName = "N" };
        var replicates = new Option<int>("--replicates") { Description = "Number of simulated samples (default 1000).", HelpName = "N", DefaultValueFactory = _ => 1000 };
        var seed = new Option<long>("--seed") { Description = "Seed of the samples.", HelpName = "N", Required = true };
        var kinds = new Option<string[]>("--ci") { Description = $"Intervals: {string.Join(",", Kinds.Keys)} (default delta).", HelpName = "LIST" };
        var bootstrap = new Option<int>("--bootstrap") { Description = "Bootstrap samples of each simulated sample (default 500).", HelpName = "N", DefaultValueFactory = _ => 500 };
        var threads = new Option<int>("--threads") { Description = "Number of threads (0: one for each processor); it changes no digit.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var level = new Option<double>("--level") { Description = "Level of the intervals (default 0.95).", HelpName = "P", DefaultValueFactory = _ => 0.95 };
        var data = new Option<string?>("--data") { Description = "A CSV of cases: the population has the estimates of the model in them.", HelpName = "CSV" };
        var target = new Option<double?>("--target-power") { Description = "Look for the number of cases at which --effect has this power.", HelpName = "P" };
        var effect = new Option<string?>("--effect") { Description = "The effect as the table names it: \"x -> m -> y\", or x => y for a total effect.", HelpName = "NAME" };
        var output = new OutputArguments();
        var command = new Command("power", "Simulates how often each effect of a model is found, its bias and the coverage of its intervals.") { model };
        foreach (var option in (IEnumerable<Option>)[count, replicates, seed, kinds, bootstrap, threads, level, data, target, effect, .. output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) =>
        {
            var (table, population) = Population(parsed.GetValue(model)!, parsed.GetValue(data));
            var asked = parsed.List(kinds).Select(name => NamedChoice.Of(kinds.Name, name, Kinds)).Distinct().ToArray();
            var options = new PowerOptions
            {
                Count = parsed.GetValue(count) ?? throw new InputException("--n is needed: the number of cases of a sample."),
                Replicates = parsed.GetValue(replicates),
                Seed = parsed.GetValue(seed),
                Kinds = asked.Length > 0 ? asked : [IntervalKind.Delta],
                BootstrapReplicates = parsed.GetValue(bootstrap),
                Threads = parsed.GetValue(threads),
                Level = parsed.GetValue(level),
            };
            var progress = new ReplicateProgress(parsed.InvocationConfiguration.Error, !Console.IsErrorRedirected);
            if (parsed.GetValue(target) is null != parsed.GetValue(effect) is null)
                throw new InputException("--target-power and --effect belong together.");
            var result = parsed.GetValue(target) is { } power
                ? table.FindCount(population, parsed.GetValue(effect)!, power, options)
                : table.SimulatePower(population, options, progress, cancellation);
            output.Write(parsed, json => new PowerJson(json, result).Write(), () => PowerExhibit.Of(result));
            return Task.FromResult(result.Effects.Count == 0 || result.Drawn < options.Replicates ? ExitCode.Failure : ExitCode.Done);
        });
        return command;
    }

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
