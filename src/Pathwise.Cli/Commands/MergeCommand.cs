using System.CommandLine;
using Pathwise.Cli.Options;
using Pathwise.Shards;

namespace Pathwise.Cli.Commands;

/// <summary>Puts the shards of a command together: the command runs as it was given, and takes its work from them instead of doing it.</summary>
internal static class MergeCommand
{
    /// <summary>The command <c>merge</c> of another.</summary>
    /// <param name="name">The other, as <c>power</c>.</param>
    /// <param name="create">Makes the other, which takes its work from shards.</param>
    /// <param name="options">Its options that belong to the merge.</param>
    public static Command Of(string name, Func<ShardSet, Command> create, params string[] options)
    {
        var parts = new Argument<string[]>("SHARDS") { Description = $"The files that 'pathwise {name} --shard' wrote, or folders of files *{ShardSet.Extension}.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("merge", $"Prints what 'pathwise {name}' prints, from shards of it, bit for bit. Model and data have to lie where the shards found them.") { parts };
        Option<string?>[] own = [.. options.Append("--format").Append("--threads").Select(Own)];
        foreach (var option in own)
            command.Add(option);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, ShardSet.Open(parsed.GetValue(parts)!, name, ShardedWork.Version), create, own, cancellation));
        return command;

        static Option<string?> Own(string each) => new(each) { Description = $"As the command itself has it{(each == "--format" ? "; without it, as the shards were given it" : "")}.", HelpName = each == "--format" ? "NAME" : each == "--threads" ? "N" : "SVG" };
    }

    private static async Task<int> RunAsync(ParseResult parsed, ShardSet shards, Func<ShardSet, Command> create, Option<string?>[] own, CancellationToken cancellation)
    {
        var command = create(shards);
        string[] given = [.. own.Where(parsed.Has).SelectMany(option => new[] { option.Name, parsed.GetValue(option)! })];
        var words = CommandWords.Of(command.Parse([.. shards.Header.Arguments]), [.. own.Where(parsed.Has).Select(option => option.Name)]);
        var whole = command.Parse([.. given, .. words]);
        return whole.Errors.Count == 0
            ? await whole.InvokeAsync(parsed.InvocationConfiguration, cancellation).ConfigureAwait(false)
            : throw new InputException(whole.Errors[0].Message);
    }
}
