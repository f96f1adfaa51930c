using System.CommandLine;
using Pathwise.Cli.Options;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Reporting.Designs;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Checks a plan, counts what it would run, and puts it on record.</summary>
internal sealed class MultiversePlanCommand
{
    private const string Help = """
        Checks a plan and counts its universes by type, its fits, and the time they take.

        Everything is checked as by 'run' and nothing is kept; a few fits are tried for the time. With --preregister FILE the plan is written there
        with its hash, and no data are read: 'run --registered FILE' later says whether it is that plan.
        """;

    private readonly MultiverseArguments arguments = new();
    private readonly Option<string?> preregister = new("--preregister") { Description = "Write the plan with its hash into this file, without a look at the data.", HelpName = "JSON" };
    private readonly OutputArguments output = new();

    public static Command Create()
    {
        var made = new MultiversePlanCommand();
        var command = new Command("plan", Help) { made.arguments.Plan };
        foreach (var option in (IEnumerable<Option>)[.. made.arguments.Options, made.preregister, .. made.output.Options])
            command.Add(option);
        command.SetAction(made.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        output.Check(parsed);
        var plan = arguments.Read(parsed);
        if (parsed.GetValue(preregister) is { } path)
        {
            if (arguments.NamesData(parsed))
                throw new InputException("--preregister reads no data; leave out --data, --codebook and --bootstrap.");
            OutputFile.Probe(path);
            Registration.Write(plan, path);
            return Print(parsed, PlanOutlook.Of(plan), [$"the plan is on record in {path}, with the hash {plan.Hash}; no data were read."]);
        }

        return Print(parsed, PlanOutlook.Of(plan, arguments.Given(parsed)), []);
    }

    private int Print(ParseResult parsed, PlanOutlook outlook, IReadOnlyList<string> notes)
    {
        output.Write(parsed, json => OutlookJson.Write(json, outlook), () => MultiverseDesign.Of(outlook), new([.. notes, .. MultiverseDesign.Notes(outlook)], null));
        return Console.ExitCode.Done;
    }
}
