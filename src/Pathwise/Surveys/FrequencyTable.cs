using System.Collections;

namespace Pathwise.Surveys;

/// <summary>How often each value of a column occurs, in the codebook's order of its values.</summary>
[TypeFormatterSource]
public sealed class FrequencyTable : IReadOnlyList<Frequency>
{
    private readonly IReadOnlyList<Frequency> rows;

    private FrequencyTable(string column, IReadOnlyList<Frequency> rows)
    {
        Column = column;
        this.rows = rows;
    }

    /// <summary>The column that was counted.</summary>
    public string Column { get; }

    /// <summary>How many values the codebook gives.</summary>
    public int Count => rows.Count;

    /// <summary>The row of a value, by its position.</summary>
    public Frequency this[int index] => rows[index];

    /// <summary>The row of a value, as the file writes it.</summary>
    public Frequency this[string value] => rows.FirstOrDefault(row => row.Value == value)
        ?? throw new InputException($"Not a value of column '{Column}': {value}. It has: {string.Join(", ", rows.Select(row => row.Value))}.");

    /// <inheritdoc />
    public IEnumerator<Frequency> GetEnumerator() => rows.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static FrequencyTable Of(CodebookColumn column, IReadOnlyList<string?> texts)
    {
        var answered = texts.Count(text => text is not null);
        return new(column.Name, [.. column.Values.Select(value =>
            Frequency.Of(value.Key, value.Value, texts.Count(text => text == value.Key), answered))]);
    }
}
