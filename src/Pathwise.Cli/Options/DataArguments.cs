using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Sem.Syntax;
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

    private SelectedCases? read;

    public IEnumerable<Option> Options => [data, .. reading.Options, raw];

    /// <summary>Whether the command line names a file of cases.</summary>
    public bool IsNamed(ParseResult parsed) => parsed.GetValue(data) is not null;

    /// <summary>The cases that the command line names, or those of an analysis with what the command line says otherwise; null when neither has any.</summary>
    public CaseSelection? Choose(ParseResult parsed, CaseSelection? given, string? source = null)
    {
        if ((parsed.GetValue(data) ?? given?.Path) is not { } path)
        {
            return Options.Skip(1).FirstOrDefault(parsed.Has) is { } alone
                ? throw new InputException($"{alone.Name} says how --data is read; give --data CSV with it.")
                : null;
        }

        if (parsed.GetValue(raw) && reading.NamesCodebook(parsed))
            throw new InputException("--raw takes every row as it stands, and --codebook cleans; give one of them.");
        var isOwn = given is null || IsNamed(parsed) || parsed.Has(raw) || reading.NamesCodebook(parsed);
        var cases = isOwn ? Hinted(parsed, path, () => CaseSelection.Of(path, CodebookOf(parsed, path))) : given!.Verified(source!);
        return reading.Apply(parsed, given is null || !isOwn ? cases : cases with { Missing = given.Missing, SkippedRows = given.SkippedRows, Group = given.Group });
    }

    /// <summary>The cases chosen, read once however many models are fitted to them.</summary>
    public DataTable Read(ParseResult parsed, CaseSelection cases) => ReadAll(parsed, cases).Table;

    /// <summary>The same, with what a codebook's rules made of the file.</summary>
    public SelectedCases ReadAll(ParseResult parsed, CaseSelection cases) => read ??= Hinted(parsed, cases.Path, cases.Read);

    /// <summary>What a reader of results from these columns must know of the data.</summary>
    public DataAccount Account(CaseSelection? cases, IEnumerable<string> columns) =>
        read is null || cases is null ? DataAccount.Empty : new([.. DataNotes.Of(read.Table, columns.SelectMany(ProductName.Factors).Distinct().Where(read.Table.Has)), .. CodebookNotes(cases)], read.Cleaning);

    private string? CodebookOf(ParseResult parsed, string path) => parsed.GetValue(raw) ? null : reading.PathFor(parsed, path);

    // Nobody asked for the codebook that lies beside the file.
    private T Hinted<T>(ParseResult parsed, string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (InputException problem) when (!reading.NamesCodebook(parsed) && CodebookOf(parsed, path) is not null)
        {
            throw new InputException($"{problem.Message} The codebook beside the data is followed; --raw takes the rows as they stand.", problem);
        }
    }

    private IEnumerable<string> CodebookNotes(CaseSelection cases)
    {
        var (path, beside) = (cases.Path, Codebook.PathBeside(cases.Path));
        if (read!.Cleaning is { } cleaning)
            yield return DataNotes.Of(cleaning);
        else if (File.Exists(beside))
            yield return $"{beside} describes {path} and was not applied, as --raw asks: every row was taken as it stands.";
        if (SyntheticMark.IsOn(path, cases.CodebookPath))
            yield return SyntheticMark.Sentence;
    }
}
