using System.CommandLine;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Cli.Options;

/// <summary>The options that say how a file of cases is read; they mean the same in every command that reads one.</summary>
/// <param name="description">What the cases are for.</param>
internal sealed class DataArguments(string description)
{
    private readonly Option<string?> data = new("--data") { Description = $"{description}: a CSV with a header row; blank or NA is missing.", HelpName = "CSV" };

    private readonly CodebookArguments reading = new("With --data: ");

    private readonly Option<bool> raw = new("--raw") { Description = "With --data: take every row as it stands, also when a codebook lies beside the file." };

    private DataTable? table;

    private CleaningReport? cleaning;

    public IEnumerable<Option> Options => [data, .. reading.Options, raw];

    /// <summary>The file of cases, or null when there is none; what only means something with one is then refused.</summary>
    public string? Path(ParseResult parsed)
    {
        var path = parsed.GetValue(data);
        if (path is null && Options.Skip(1).FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } alone)
            throw new InputException($"{alone.Name} says how --data is read; give --data CSV with it.");
        if (parsed.GetValue(raw) && reading.NamesCodebook(parsed))
            throw new InputException("--raw takes every row as it stands, and --codebook cleans; give one of them.");
        return path;
    }

    /// <summary>The cases, read once however many models are fitted to them.</summary>
    public DataTable Read(ParseResult parsed) => table ??= ReadFile(parsed, Path(parsed)!);

    /// <summary>What a reader of results from these columns must know of the data.</summary>
    public DataAccount Account(ParseResult parsed, IEnumerable<string> columns) =>
        table is null ? DataAccount.Empty : new([.. DataNotes.Of(table, columns), .. CodebookNotes(parsed)], cleaning);

    private DataTable ReadFile(ParseResult parsed, string path)
    {
        if (parsed.GetValue(raw))
            return DataTable.Read(path, reading.Reading(parsed));
        try
        {
            cleaning = reading.Clean(parsed, path);
            return cleaning is null ? DataTable.Read(path, reading.Reading(parsed)) : cleaning.Data.Recode().Table;
        }
        catch (InputException problem) when (!reading.NamesCodebook(parsed) && reading.PathFor(parsed, path) is not null)
        {
            throw new InputException($"{problem.Message} The codebook beside the data is followed; --raw takes the rows as they stand.", problem);
        }
    }

    private IEnumerable<string> CodebookNotes(ParseResult parsed)
    {
        var path = Path(parsed)!;
        var beside = Codebook.PathBeside(path);
        if (cleaning is not null)
            yield return DataNotes.Of(cleaning);
        else if (File.Exists(beside))
            yield return $"{beside} describes {path} and was not applied, as --raw asks: every row was taken as it stands.";
    }
}
