using System.CommandLine;
using System.Globalization;
using Pathwise.Analyses;
using Pathwise.Surveys;

namespace Pathwise.Cli.Options;

/// <summary>The options that say what a file of cases holds: codes for missing values, further header rows, its codebook.</summary>
/// <param name="condition">What each description begins with.</param>
internal sealed class CodebookArguments(string condition)
{
    private readonly Option<string[]> na = new("--na")
    {
        Description = $"{condition}what else is missing, as .,NaN,-99. A number is compared by value (-99 is also -99.0), any other text exactly, capital letters included.",
        HelpName = "LIST",
    };

    private readonly Option<string[]> skipRows = new("--skip-rows")
    {
        Description = $"{condition}rows to leave out, counted from 1 without blank lines; the first row left is the header. Qualtrics' rows of wording and ImportId are known.",
        HelpName = "LIST",
    };

    private readonly Option<string?> codebook = new("--codebook")
    {
        Description = $"{condition}the codebook of the file; by default the one beside it (answers.codebook.yaml beside answers.csv). Every cell is checked against it, its cleaning rules leave cases out, and reverse-keyed items are recoded.",
        HelpName = "YAML",
    };

    public IEnumerable<Option> Options => [na, skipRows, codebook];

    /// <summary>Whether a codebook is named.</summary>
    public bool NamesCodebook(ParseResult parsed) => parsed.GetValue(codebook) is not null;

    /// <summary>The cases of a file, read as the command line says; what it does not say stays.</summary>
    public CaseSelection Apply(ParseResult parsed, CaseSelection cases) => cases with
    {
        Missing = parsed.GivenList(na, cases.Missing),
        SkippedRows = parsed.Has(skipRows) ? [.. parsed.List(skipRows).Select(Row)] : cases.SkippedRows,
    };

    /// <summary>The codebook named, or the one beside the file, or null.</summary>
    public string? PathFor(ParseResult parsed, string file) =>
        parsed.GetValue(codebook) ?? (Codebook.PathBeside(file) is var beside && File.Exists(beside) ? beside : null);

    private static int Row(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0
            ? row
            : throw new InputException($"--skip-rows: '{text}' is not the number of a row; expected whole numbers from 1, as in 2,3.");
}
