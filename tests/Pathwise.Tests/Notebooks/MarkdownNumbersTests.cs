using System.Text.RegularExpressions;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Replication;
using Xunit;

namespace Pathwise.Tests.Notebooks;

/// <summary>
/// Markdown states no result: its numbers are links to published values or to the glossary, formulas, code, years, rows of tables that define
/// something, or one of the definitions below. What follows from the data is an output.
/// </summary>
public sealed partial class MarkdownNumbersTests
{
    private static readonly Dictionary<string, string[]> Definitions = new()
    {
        ["00-start-here reading-the-picture"] = ["01", "02", "03", "04", "07", "08", "10"], // notebooks, by number
        ["01-cleaning keying-note"] = ["1", "7"], // a scale
        ["02-validity discriminant-note"] = [".85"], // a limit
        ["02-validity cicfa-note"] = [".9"], // a limit
        ["03-cfa loadings-note"] = ["1"], // a fixed loading
        ["04-mediation bootstrap-note"] = ["1.96"], // the normal quantile
        ["05-common-method argument-1"] = ["1"], // a limit
        ["05-common-method sharper"] = ["3.3"], // a limit
        ["06-topic-ranking tests-note"] = ["0", "1"], // a range
        ["09-synthesis idea"] = ["95"], // a level
        ["10-mediation-by-hand test-read"] = ["3.84"], // a quantile
        ["10-mediation-by-hand product-note"] = ["1.96", "1", "5,000"], // what is drawn
        ["10-mediation-by-hand monte-carlo-note"] = ["95"], // a level
        ["10-mediation-by-hand bootstrap-note"] = ["5,000"], // what is drawn
        ["10-mediation-by-hand intervals-note"] = ["20,000"], // what is drawn
        ["10-mediation-by-hand break-scale-note"] = ["1"], // a fixed loading
        ["11-audit idea"] = [".4035", ".4045"], // what a printed .404 can be
    };

    [Fact]
    public void Numbers_OfMarkdown_AreDefinitionsOrLinked()
    {
        var stated = from path in new Study(Repository.Root).Notebooks
                     from cell in NotebookReader.Read(path).Cells
                     where cell.Kind == CellKind.Markdown
                     let place = $"{Path.GetFileNameWithoutExtension(path)} {cell.Id}"
                     from Match number in Number().Matches(Aside().Replace(cell.Source, ""))
                     let text = number.Value.TrimEnd('.', ',')
                     where !Definitions.GetValueOrDefault(place, []).Contains(text)
                     select $"{place}: {text}";
        Assert.Empty(stated.Distinct());
    }

    [GeneratedRegex(@"```.*?```|`[^`\n]*`|\$\$.*?\$\$|\$[^$]+?\$|!?\[[^\]]*\]\([^)]*\)|<details>.*?</details>|^\|[^\n]*$|^\d+\. |\b(?:1[89]|20)\d\d\b|[Nn]otebooks? \d\d|\(\d\d\)|(?:Table|Exercise) \d+", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Aside();

    [GeneratedRegex(@"(?<!\w)\.?\d[\d.,]*")]
    private static partial Regex Number();
}
