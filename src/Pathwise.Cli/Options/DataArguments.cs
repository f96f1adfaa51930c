using System.CommandLine;
using System.Globalization;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Cli.Options;

/// <summary>The options that say how a file of cases is read; they mean the same in every command that reads one.</summary>
/// <param name="description">What the cases are for.</param>
internal sealed class DataArguments(string description)
{
    private readonly Option<string?> data = new("--data") { Description = $"{description}: a CSV with a header row; blank or NA is missing.", HelpName = "CSV" };

    private readonly Option<string[]> na = new("--na")
    {
        Description = "With --data: what else is missing, as .,NaN,-99. A number is compared by value (-99 is also -99.0), any other text exactly, capital letters included.",
        HelpName = "LIST",
    };

    private readonly Option<string[]> skipRows = new("--skip-rows")
    {
        Description = "With --data: rows to leave out, counted from 1 without blank lines; the first row left is the header. Qualtrics' rows of wording and ImportId are known.",
        HelpName = "LIST",
    };

    private readonly Option<string?> codebook = new("--codebook")
    {
        Description = "With --data: the codebook of the file. Every cell is checked against it, its cleaning rules leave cases out, and reverse-keyed items are recoded.",
        HelpName = "YAML",
    };

    private DataTable? table;

    private CleaningReport? cleaning;

    public IEnumerable<Option> Options => [data, na, skipRows, codebook];

    /// <summary>The file of cases, or null when there is none; what only means something with one is then refused.</summary>
    public string? Path(ParseResult parsed)
    {
        var path = parsed.GetValue(data);
        if (path is null && Options.Skip(1).FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } alone)
            throw new InputException($"{alone.Name} says how --data is read; give --data CSV with it.");
        return path;
    }

    /// <summary>The cases, read once however many models are fitted to them.</summary>
    public DataTable Read(ParseResult parsed) => table ??= ReadFile(parsed, Path(parsed)!);

    /// <summary>What a reader of results from these columns must know of the data.</summary>
    public IReadOnlyList<string> Notes(ParseResult parsed, IEnumerable<string> columns) =>
        table is null ? [] : [.. DataNotes.Of(table, columns), .. CodebookNotes(parsed)];

    private DataTable ReadFile(ParseResult parsed, string path)
    {
        var options = new ReadingOptions { Missing = parsed.List(na), SkippedRows = [.. parsed.List(skipRows).Select(Row)] };
        if (parsed.GetValue(codebook) is not { } file)
            return DataTable.Read(path, options);
        cleaning = SurveyData.Read(path, Codebook.Read(file), options).Clean();
        return cleaning.Data.Recode().Table;
    }

    private IEnumerable<string> CodebookNotes(ParseResult parsed)
    {
        var path = Path(parsed)!;
        var beside = Codebook.PathBeside(path);
        if (cleaning is not null)
            yield return DataNotes.Of(cleaning);
        else if (File.Exists(beside))
            yield return $"{beside} describes {path} and was not applied: every row was taken as it stands. Give --codebook {beside} to check the cells, leave out the cases that its rules leave out, and recode reverse-keyed items.";
    }

    private static int Row(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0
            ? row
            : throw new InputException($"--skip-rows: '{text}' is not the number of a row; expected whole numbers from 1, as in 2,3.");
}
