using System.Reflection;
using Pathwise.Export;
using Pathwise.Reporting;
using Pathwise.Surveys;
using Pathwise.Tests.Architecture;
using Xunit;

namespace Pathwise.Tests.Documentation;

/// <summary>The page of verbs says what the assemblies hold.</summary>
public sealed class VerbsTests
{
    private const string Write = "PATHWISE_WRITE_VERBS";
    private const string Introduction = """
        # Verbs

        What a program or a notebook can call, room by room in the order in which they build on each other: verbs that stand behind a dot
        (`survey.Clean()`: the name alone) and verbs of a type (`SurveyData.Read("answers.csv")`: the type before the name). Forms of a verb that
        give the same stand in one line, described by the first of them. This page is written and checked by a test.
        """;

    private static readonly string Page = Repository.Path("docs", "verbs.md");

    [Fact]
    public void Page_SaysWhatTheAssembliesHold()
    {
        var expected = Introduction.Split('\n').Concat(Rooms().SelectMany(Section)).ToArray();
        if (Environment.GetEnvironmentVariable(Write) is { Length: > 0 })
            File.WriteAllText(Page, string.Join('\n', expected) + "\n");
        string[] there = File.Exists(Page) ? File.ReadAllText(Page).TrimEnd('\n').Split('\n') : [];
        string[] differing = [.. expected.Except(there).Select(line => "missing: " + line), .. there.Except(expected).Select(line => "outdated: " + line)];
        Assert.True(differing.Length == 0, $"docs/verbs.md is not what the assemblies hold; {Write}=1 lets this test write it.\n{string.Join('\n', differing)}");
        Assert.Equal(expected, there);
    }

    private static IEnumerable<(string Room, IEnumerable<Verb> Verbs)> Rooms() =>
        InOrder(typeof(SurveyData).Assembly, DependenceTests.Rooms, room => room)
            .Concat(InOrder(typeof(Showing).Assembly, DependenceTests.Layers, layer => $"Reporting: {layer}"))
            .Concat(InOrder(typeof(ReportWriting).Assembly, [], room => room));

    // What belongs to no room stands at the top of the assembly and comes first.
    private static IEnumerable<(string, IEnumerable<Verb>)> InOrder(Assembly assembly, string[] rooms, Func<string, string> title)
    {
        var root = assembly.GetName().Name!;
        int Place(Verb verb) => DependenceTests.Place(rooms, verb.Namespace[root.Length..].TrimStart('.').Replace('.', '/'));
        return Verb.In(assembly).GroupBy(Place).OrderBy(group => group.Key)
            .Select(group => (group.Key < 0 ? root : title(rooms[group.Key]), group.AsEnumerable()));
    }

    private static IEnumerable<string> Section((string Room, IEnumerable<Verb> Verbs) room) =>
    [
        "", $"## {room.Room}", "", "| verb | on | gives | namespace | what it does or gives |", "|---|---|---|---|---|",
        .. room.Verbs.GroupBy(verb => (verb.Name, verb.Class, verb.Gives)).OrderBy(forms => forms.Key.Name, StringComparer.Ordinal).Select(Line),
    ];

    private static string Line(IEnumerable<Verb> forms)
    {
        var first = forms.First();
        var on = string.Join(", ", forms.Select(form => form.On).Where(on => on.Length > 0).Distinct().Select(on => $"`{on}`"));
        return $"| `{first.Name}` | {on} | `{first.Gives}` | `{first.Namespace}` | {first.Summary.Replace("|", "\\|", StringComparison.Ordinal)} |";
    }
}
