using Pathwise.Export.Scripts;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Exhibits;

namespace Pathwise.Cli.Console;

/// <summary>A universe for people: what was chosen, what it found, and what gives the same numbers.</summary>
internal static class ShownText
{
    public static Summary Of(ShownUniverse universe, UniverseScripts scripts) => new(
        $"Universe {universe.Row.Key}",
        [
            new Paragraph($"{(universe.Row.IsReference ? "The published analysis. " : "")}Type {universe.Row.Type.Text()}, {universe.Row.Status.Text()}{(universe.Row.Reason is { } reason ? $" ({reason})" : "")}, {universe.Row.Count} cases."),
            Registry.Rows(typeof(Multiverse.Universes.UniverseChoice), universe.Row.Choices),
            Registry.Rows(typeof(ClaimOutcome), universe.Row.Claims),
            Verbatim("The command, in a folder that --out writes", scripts.Command),
            Verbatim("The cell of a notebook there", scripts.Cell),
            Verbatim("The script for lavaan there", scripts.Lavaan),
        ]);

    private static Paragraph Verbatim(string title, string text) => new($"\n{title}:\n\n{text}\n");
}
