using System.CommandLine;

namespace Pathwise.Cli.Options;

/// <summary>Options whose value is one of a few names, capital letters or not.</summary>
internal static class NamedChoice
{
    /// <summary>The value that a name stands for; an unknown name is the caller's mistake, answered by the names there are.</summary>
    public static T Of<T>(string option, string name, IReadOnlyDictionary<string, T> choices) =>
        choices.FirstOrDefault(choice => choice.Key.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) is { Key: not null } found
            ? found.Value
            : throw new InputException($"{option}: '{name}' is not known; expected {string.Join(", ", choices.Keys)}.");

    /// <summary>The option's value, or the default when it was not given.</summary>
    public static T Choice<T>(this ParseResult parsed, Option<string?> option, IReadOnlyDictionary<string, T> choices, T otherwise) =>
        parsed.GetValue(option) is { } name ? Of(option.Name, name, choices) : otherwise;

    /// <summary>Whether the command line has the option.</summary>
    public static bool Has(this ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>The option's value where the command line has it, or else another.</summary>
    public static T Given<T>(this ParseResult parsed, Option<T> option, T otherwise) => parsed.Has(option) ? parsed.GetValue(option)! : otherwise;

    /// <summary>The option's list where the command line has it, or else another.</summary>
    public static IReadOnlyList<string> GivenList(this ParseResult parsed, Option<string[]> option, IReadOnlyList<string> otherwise) => parsed.Has(option) ? parsed.List(option) : otherwise;

    /// <summary>The texts of a list that commas separate; the option may also be repeated.</summary>
    public static IReadOnlyList<string> List(this ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
