using System.CommandLine;
using Pathwise.Cli;
using Xunit;

namespace Pathwise.Tests.Cli;

public sealed class CommandLineTests
{
    public static TheoryData<string> Names => [.. Commands(CommandLine.Root(), "").Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_OfEachCommand_HaveNamesOfTheirOwnAndADescription(string name)
    {
        var command = Commands(CommandLine.Root(), "").Single(each => each.Name == name).Command;
        var words = command.Options.SelectMany(option => option.Aliases.Append(option.Name)).GroupBy(word => word);
        Assert.Empty(words.Where(word => word.Count() > 1).Select(word => word.Key));
        Assert.All(command.Options.Where(option => !option.Hidden), option => Assert.False(string.IsNullOrWhiteSpace(option.Description), option.Name));
        Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), argument.Name));
        Assert.False(string.IsNullOrWhiteSpace(command.Description));
    }

    [Fact]
    public void Commands_StandInAlphabeticalOrder()
    {
        var names = CommandLine.Root().Subcommands.Select(command => command.Name).ToArray();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    private static IEnumerable<(string Name, Command Command)> Commands(Command command, string above) =>
        command.Subcommands.Where(each => !each.Hidden).SelectMany(each => Commands(each, $"{above} {each.Name}".Trim())).Prepend((above, command)).Where(each => each.Item1.Length > 0);
}
