using System.CommandLine;
using System.CommandLine.Parsing;

namespace Pathwise.Cli.Options;

/// <summary>A command line as a list of words that reads the same again, options first.</summary>
internal static class CommandWords
{
    /// <summary>Options that change no digit, or write files beside the result: they are given anew where a command line is run again.</summary>
    public static IReadOnlyList<string> OfOneRun { get; } = ["--threads", "--write-analysis", "--figure", "--histogram", "--resume"];

    /// <summary>The words of a command, its name and those of its parents left out, without some options.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed, IReadOnlyCollection<string> without)
    {
        var parts = parsed.CommandResult.Children.ToList();
        var options = parts.OfType<OptionResult>().Where(each => !each.Implicit && !without.Contains(each.Option.Name)).SelectMany(Words);
        string[] arguments = [.. parts.OfType<ArgumentResult>().SelectMany(each => each.Tokens).Select(token => token.Value)];
        return arguments.Length > 0 ? [.. options, "--", .. arguments] : [.. options];
    }

    // An option that may be repeated is, once for each value.
    private static IEnumerable<string> Words(OptionResult option) => option.Tokens.Count == 0
        ? [option.Option.Name]
        : option.Tokens.SelectMany(token => new[] { option.Option.Name, token.Value });
}
