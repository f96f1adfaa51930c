using System.CommandLine;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;

namespace Pathwise.Cli.Options;

/// <summary>What the commands of a multiverse have in common: the plan, and the data in place of the plan's.</summary>
internal sealed class MultiverseArguments
{
    private readonly Option<string?> data = new("--data") { Description = "Cases in place of those that the plan names: a CSV with a header row. A codebook beside the file is followed.", HelpName = "CSV" };
    private readonly Option<string?> codebook = new("--codebook") { Description = "A codebook in place of the one that the plan names or that lies beside the data.", HelpName = "YAML" };
    private readonly Option<int?> bootstrap = new("--bootstrap") { Description = "Number of resamples, whose case numbers all universes share; without, intervals are by the delta method.", HelpName = "N" };
    private readonly Option<long?> seed = new("--seed") { Description = "Seed of the resamples (default 1); replicate r draws the same cases in every universe.", HelpName = "N" };
    private readonly Option<int> threads = new("--threads") { Description = "Number of threads (default 0: one for each processor); it changes no digit.", HelpName = "N", DefaultValueFactory = _ => 0 };

    public Argument<string> Plan { get; } = new("PLAN") { Description = "The file of the plan (docs/multiverse.md says what stands in it)." };

    public IEnumerable<Option> Options => [data, codebook, bootstrap, seed, threads];

    /// <summary>Whether the command line names data or resamples.</summary>
    public bool NamesData(ParseResult parsed) => parsed.Has(data) || parsed.Has(codebook) || parsed.Has(bootstrap);

    /// <summary>Reads the plan.</summary>
    public MultiversePlan Read(ParseResult parsed) => MultiversePlan.Read(parsed.GetValue(Plan)!);

    /// <summary>What the command line says of the run.</summary>
    public MultiverseOptions Given(ParseResult parsed)
    {
        if (parsed.Has(seed) && !parsed.Has(bootstrap))
            throw new InputException("--seed belongs to --bootstrap N; give both.");
        if (parsed.GetValue(bootstrap) is < 2 and var count)
            throw new InputException($"--bootstrap {count}: expected 2 resamples or more.");
        return new MultiverseOptions
        {
            Data = parsed.GetValue(data), Codebook = parsed.GetValue(codebook),
            Replicates = parsed.GetValue(bootstrap) ?? 0, Seed = parsed.GetValue(seed) ?? 1, Threads = parsed.GetValue(threads),
        }.Checked();
    }
}
