using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Sem.Sam;

namespace Pathwise.Cli.Options;

/// <summary>The options of estimation in two steps, structure after measurement.</summary>
internal sealed class SamArguments
{
    private readonly Option<string?> method = new("--sam") { Description = "Estimate in two steps, structure after measurement: local (from the covariances of the factors) or global (in the whole model, measurement held). Regressions may have products of latent variables (f:g) with local.", HelpName = "local|global" };
    private readonly Option<string[]> blocks = new("--mm-list") { Description = "With --sam: which latent variables are measured together, blocks apart by semicolons: f;g,h. By default each by itself, but those that share an indicator, a residual covariance, a label or a second-order factor.", HelpName = "BLOCKS" };
    private readonly Option<string?> mapping = new("--m-method") { Description = "With --sam local: weights of the factor scores, ML (default; Bartlett), GLS or ULS.", HelpName = "NAME" };
    private readonly Option<int> alpha = new("--alpha-correction") { Description = "With --sam local: leave a share N / (n - 1) of the error variance in the latent covariances (small samples; default 0).", HelpName = "N" };
    private readonly Option<bool> lambda = new("--lambda-correction") { Description = "With --sam local: make latent covariances positive definite where they are not (default true).", HelpName = "true|false", DefaultValueFactory = _ => true };

    public IEnumerable<Option> Options => [method, blocks, mapping, alpha, lambda];

    /// <summary>The steps that the command line asks for, or null; what it does not say stays as it was given.</summary>
    /// <exception cref="InputException">A name is not known, or an option belongs to steps that were not asked for.</exception>
    public SamOptions? Plan(ParseResult parsed, SamOptions? given)
    {
        if (parsed.GetValue(method) is null && given is null)
        {
            return Options.FirstOrDefault(parsed.Has) is { } alone
                ? throw new InputException($"{alone.Name} belongs to estimation in two steps; give --sam local or --sam global with it.")
                : null;
        }

        var start = given ?? new();
        var chosen = (start with
        {
            Method = parsed.Choice(method, OptionWords.SamMethods, start.Method),
            Mapping = parsed.Choice(mapping, OptionWords.Mappings, start.Mapping),
            Blocks = parsed.Has(blocks) ? Blocks(parsed) : start.Blocks,
            AlphaCorrection = parsed.Given(alpha, start.AlphaCorrection),
            HasLambdaCorrection = parsed.Given(lambda, start.HasLambdaCorrection),
        }).Checked();
        return chosen.Method == SamMethod.Global && new Option[] { mapping, alpha, lambda }.FirstOrDefault(parsed.Has) is { } local
            ? throw new InputException($"{local.Name} belongs to --sam local; global SAM has no latent covariances to correct.")
            : chosen;
    }

    private IReadOnlyList<IReadOnlyList<string>> Blocks(ParseResult parsed) =>
    [
        .. (parsed.GetValue(blocks) ?? []).SelectMany(text => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(block => block.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(block => block.Length > 0),
    ];
}
