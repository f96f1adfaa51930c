using Pathwise.Tables;

namespace Pathwise.Surveys;

/// <summary>A survey's cases with the codebook that describes them; every cell was checked when they were read.</summary>
[TypeFormatterSource]
public sealed class SurveyData
{
    private SurveyData(Codebook codebook, DataTable table, bool isRecoded)
    {
        Codebook = codebook;
        Table = table;
        IsRecoded = isRecoded;
    }

    /// <summary>What the columns mean.</summary>
    public Codebook Codebook { get; }

    /// <summary>The cases, all columns of the file.</summary>
    public DataTable Table { get; }

    /// <summary>Whether reverse-keyed items have been recoded, so that a high answer stands for much of what the scale measures.</summary>
    public bool IsRecoded { get; }

    /// <summary>The number of cases.</summary>
    public int Count => Table.Count;

    /// <summary>Reads a file with the codebook beside it (answers.csv, answers.codebook.yaml).</summary>
    public static SurveyData Read(string csvPath) => Read(csvPath, Codebook.Read(Codebook.PathBeside(csvPath)));

    /// <summary>
    /// Reads a file and checks every cell against the codebook. A missing or unknown column, or a cell that cannot be
    /// what the codebook says, is an <see cref="InputException"/>. An answer outside an item's range can be read: it is
    /// a fact of the raw data, which a cleaning rule removes.
    /// </summary>
    public static SurveyData Read(string csvPath, Codebook codebook) => Read(csvPath, codebook, new());

    /// <summary>The same, with what else must be known of the file: beside the codebook's codes for missing values, those of the options.</summary>
    public static SurveyData Read(string csvPath, Codebook codebook, ReadingOptions options)
    {
        var own = codebook.MissingByColumn().ToDictionary(column => column.Key, column => (IReadOnlyList<string>)[.. column.Value.Select(code => code.Code)], StringComparer.Ordinal);
        var table = DataTable.Read(csvPath, new() { Missing = options.Missing, MissingIn = own, SkippedRows = options.SkippedRows });
        CellCheck.Require(table, codebook);
        return new SurveyData(codebook, table, isRecoded: false);
    }

    /// <summary>Applies the codebook's cleaning rules.</summary>
    public CleaningReport Clean() => Clean(Codebook.Cleaning);

    /// <summary>Applies cleaning rules in order; each case is kept, or left out for the first rule that it breaks.</summary>
    public CleaningReport Clean(IReadOnlyList<CleaningRule> rules) => CleaningReport.Of(this, rules);

    /// <summary>Recodes reverse-keyed items (lowest plus highest answer minus the answer); data already recoded stay as they are.</summary>
    public SurveyData Recode() => IsRecoded ? this : new SurveyData(Codebook, Codebook.Recode(Table), isRecoded: true);

    /// <summary>The same cases with these scales in place of the codebook's; their items must be columns of the cases.</summary>
    internal SurveyData WithScales(IReadOnlyList<Scale> scales) => new(Codebook.WithScales(scales), Table, IsRecoded);

    /// <summary>The cases at these positions (from 0), in this order.</summary>
    public SurveyData Cases(IReadOnlyList<int> positions) => new(Codebook, Table.Cases(positions), IsRecoded);

    /// <summary>The cases whose column holds one of the values.</summary>
    public SurveyData Where(string column, params IReadOnlyList<string> values)
    {
        var texts = Table.Texts(Codebook.Column(column).Name);
        return Cases(Enumerable.Range(0, Count).Where(i => texts[i] is { } text && values.Contains(text)).ToArray());
    }

    /// <summary>How often each value of a choice occurs, in the codebook's order; shares are of the cases that have a value.</summary>
    public FrequencyTable Frequencies(string column) => FrequencyTable.Of(Codebook.Column(column), Table.Texts(column));

    /// <summary>The identifier of a case, when the codebook describes such a column.</summary>
    internal string? Identifier(int position) =>
        Codebook.Columns.FirstOrDefault(column => column.Kind == ColumnKind.Identifier) is { } column ? Table.Texts(column.Name)[position] : null;
}
