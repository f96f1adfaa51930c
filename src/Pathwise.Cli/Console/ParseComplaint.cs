using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Pathwise.Cli.Console;

/// <summary>What is wrong with a command line, in words that somebody who writes no programs knows.</summary>
internal static partial class ParseComplaint
{
    public static string Of(ParseResult parsed)
    {
        // A word that is no command also leaves the command missing; the word is the better thing to name.
        if (parsed.UnmatchedTokens is [var unknown, ..])
            return $"Unrecognized command or argument '{unknown}'.";
        var message = parsed.Errors[0].Message;
        return Type().Match(message) is { Success: true } match
            ? $"{match.Groups["option"].Value}: '{match.Groups["value"].Value}' is not {Kind(match.Groups["type"].Value)}."
            : message;
    }

    /// <summary>A mistyped option that a command which takes files took for one, or null; after <c>--</c> a word is a file whatever it begins with.</summary>
    public static string? UnknownOption(ParseResult parsed, IReadOnlyList<string> args)
    {
        var asTheyStand = args.SkipWhile(word => word != "--").ToHashSet(StringComparer.Ordinal);
        return parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value).FirstOrDefault(word =>
            word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2 && !asTheyStand.Contains(word));
    }

    private static string Kind(string type) => Known().Match(type).Value switch
    {
        "Int32" => $"a whole number of at most {int.MaxValue}",
        "Int64" => $"a whole number of at most {long.MaxValue}",
        "Double" => "a number",
        "Boolean" => "true or false",
        _ => "what is expected there",
    };

    // The sentence of the command-line library, which names types of the runtime.
    [GeneratedRegex("^Cannot parse argument '(?<value>.*)' for \\w+ '(?<option>.*)' as expected type '(?<type>.*)'\\.", RegexOptions.Singleline)]
    private static partial Regex Type();

    [GeneratedRegex("Int32|Int64|Double|Boolean")]
    private static partial Regex Known();
}
