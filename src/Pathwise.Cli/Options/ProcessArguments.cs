using System.CommandLine;
using Pathwise.Sem.Moderation;

namespace Pathwise.Cli.Options;

/// <summary>The options that name a model by its number in PROCESS, and which variable plays which part.</summary>
internal sealed class ProcessArguments
{
    private readonly Option<int?> number = new("--process") { Description = "The model by its number in PROCESS: 1 to 8, 14, 15, 58, 59, 92. The syntax that it stands for is printed; MODEL, if any, measures latent variables.", HelpName = "N" };
    private readonly Option<string?> x = new("--x") { Description = "With --process: the cause.", HelpName = "NAME" };
    private readonly Option<string[]> mediators = new("--m") { Description = "With --process: the mediators, side by side; in 6 and 92 one after the other.", HelpName = "LIST" };
    private readonly Option<string?> y = new("--y") { Description = "With --process: the outcome.", HelpName = "NAME" };
    private readonly Option<string?> w = new("--w") { Description = "With --process: the moderator.", HelpName = "NAME" };
    private readonly Option<string?> z = new("--z") { Description = "With --process: the second moderator, of 2 and 3.", HelpName = "NAME" };
    private readonly Option<string[]> covariates = new("--covariates") { Description = "With --process: what is held constant in every equation.", HelpName = "LIST" };

    public IEnumerable<Option> Options => [number, x, mediators, y, w, z, covariates];

    /// <summary>The model that is asked for by number, or null.</summary>
    /// <exception cref="InputException">A part is named without number, or x or y is missing.</exception>
    public ProcessPlan? Plan(ParseResult parsed)
    {
        if (parsed.GetValue(number) is not { } asked)
        {
            return Options.FirstOrDefault(parsed.Has) is { } alone
                ? throw new InputException($"{alone.Name} names a part of a model by number; give --process N with it.")
                : null;
        }

        return new()
        {
            Number = asked,
            X = parsed.GetValue(x) ?? throw new InputException($"--process {asked} needs --x."),
            Y = parsed.GetValue(y) ?? throw new InputException($"--process {asked} needs --y."),
            Mediators = parsed.List(mediators), W = parsed.GetValue(w), Z = parsed.GetValue(z), Covariates = parsed.List(covariates),
        };
    }
}
