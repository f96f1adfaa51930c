using System.CommandLine;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;

namespace Pathwise.Cli.Options;

/// <summary>What the commands of a multiverse have in common: the plan, and the data in place of the plan's.</summary>
internal sealed class MultiverseArguments
{
    private readonly Option<string?> data = new("--data") { Description = "Cases in place of those that the plan names: a CSV with a header row. A codebook beside the file is followed.", HelpName = "CSV" };
    private readonly Option<string?> codebook = new("--codebook") { Description = "A codebook in place of the one that the plan names or that lies beside the data.", HelpName = "YAML" };
    private readonly Option<string?> bootstrap = new("--bootstrap") { Description = "Number of resamples, whose case numbers all universes share; without, intervals are by the delta method.", HelpName = "N" };
    private readonly Option<string?> seed = new("--seed") { Description = "Seed of the resamples (default 1).", HelpName = "N" };

    public Argument<string> Plan { get; } = new("PLAN") { Description = "The file of the plan (docs/multiverse.md says what stands in it)." };

    public IEnumerable<Option> Options => [data, codebook, bootstrap, seed];

    /// <summary>Reads the plan.</summary>
    public MultiversePlan Read(ParseResult parsed) => MultiversePlan.Read(parsed.GetValue(Plan)!);

    /// <summary>What the command line says of the run.</summary>
    public MultiverseOptions Given(ParseResult parsed)
    {
        if (parsed.Has(seed) && !parsed.Has(bootstrap))
            throw new InputException("--seed belongs to --bootstrap N; give both.");
        return new MultiverseOptions
        {
            Data = parsed.GetValue(data), Codebook = parsed.GetValue(codebook),
            Replicates = Whole(parsed, bootstrap, 0), Seed = Seeded(parsed),
        }.Checked();
    }

    private int Whole(ParseResult parsed, Option<string?> option, int otherwise) => parsed.GetValue(option) is not { } text ? otherwise
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 2 ? number
        : throw new InputException($"{option.Name}: '{text}' is not a number of resamples; expected a whole number, 2 or more.");

    private long Seeded(ParseResult parsed) => parsed.GetValue(seed) is not { } text ? 1
        : long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : throw new InputException($"--seed: '{text}' is not a seed; expected a whole number.");
}
