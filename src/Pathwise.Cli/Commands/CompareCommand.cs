using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Cli.Commands;

/// <summary>Compares nested models by the difference of their chi-squares.</summary>
internal sealed class CompareCommand
{
    private const string Help = """
        Tests a model against one that is nested in it (chi-square difference).

        Both models may be one file that is completed in two ways: --restricted-group-equal loadings tests equal loadings against the
        configural model. Whether the one is nested in the other is tested by fitting the full model to the moments that the restricted one
        implies (Bentler and Satorra 2010); without nesting there is no p.
        """;

    private static readonly Dictionary<string, DifferenceMethod> Methods =
        Enum.GetValues<DifferenceMethod>().Where(method => method != DifferenceMethod.Default).ToDictionary(method => method.Text());

    private readonly Argument<string> full = new("FULL") { Description = "The model with more parameters, in lavaan's syntax." };
    private readonly Argument<string> restricted = new("RESTRICTED") { Description = "A model nested in it; the same file when options for one of the models restrict it." };
    private readonly Option<string?> method = new("--method") { Description = "With robust estimators: satorra.bentler.2001 or satorra.bentler.2010 of mean-adjusted tests (MLM, MLR, WLSM, ULSM; the first is their default), satorra.2000 of any (default of the others).", HelpName = "NAME" };
    private readonly ModelArguments arguments = new();
    private readonly OutputArguments output = new();
    private readonly ModelVariant ofFull = new("full"), ofRestricted = new("restricted");

    public static Command Create() => new CompareCommand().Command();

    private Command Command()
    {
        var command = new Command("compare", Help) { full, restricted };
        foreach (var option in (IEnumerable<Option>)[.. arguments.Options, .. ofFull.Options, .. ofRestricted.Options, method, .. output.Options])
            command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        output.Check(parsed);
        var chosen = parsed.Choice(method, Methods, DifferenceMethod.Default);
        Comparison.RequireMethod(arguments.Estimation(parsed, new()), chosen);
        var (shared, hasGroups) = (arguments.Completion(parsed, new()), arguments.Sample.HasGroups(parsed));
        var (fullOptions, restrictedOptions) = (ofFull.Apply(parsed, shared, hasGroups), ofRestricted.Apply(parsed, shared, hasGroups));
        var (first, second) = (Plan(parsed, full, fullOptions), Plan(parsed, restricted, restrictedOptions));
        using var progress = StageProgress.On(parsed);
        var wide = Fit(parsed, first, progress);
        var narrow = Fit(parsed, second, progress);
        progress.Begin("comparing");
        var models = new ComparedModels(wide, narrow, wide.Compare(narrow, chosen));
        output.Write(
            parsed,
            json => CompareJson.Write(json, models),
            () => models.Summarize(ofFull.Name(parsed, parsed.GetValue(full)!), ofRestricted.Name(parsed, parsed.GetValue(restricted)!)),
            arguments.Account,
            progress);
        return Math.Max(FitOutcome.ExitCodeOf(wide), FitOutcome.ExitCodeOf(narrow));
    }

    private Analysis Plan(ParseResult parsed, Argument<string> model, ModelOptions completion)
    {
        var specification = ModelSpecification.Read(parsed.GetValue(model)!);
        var (cases, moments) = arguments.Sample.Choose(parsed);
        return new() { Model = specification, Cases = cases, Moments = moments, Completion = arguments.Resolved(parsed, completion, specification, cases), Estimation = arguments.Estimation(parsed, new()) };
    }

    private FitResult Fit(ParseResult parsed, Analysis analysis, StageProgress progress)
    {
        progress.Begin($"fitting {Path.GetFileName(analysis.Model.Source)}");
        return arguments.Fit(parsed, analysis, progress);
    }
}
