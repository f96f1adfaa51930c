namespace Pathwise.Import.Contents;

/// <summary>What a file of answers holds, whatever program wrote it: its columns, and what was decided while it was read.</summary>
/// <param name="Source">The file, as it was named by the caller.</param>
/// <param name="Form">The kind of file, for a reader: "SPSS system file, compressed by bytes".</param>
/// <param name="Count">The number of cases.</param>
/// <param name="Columns">The columns in the order of the file, each with a name of its own.</param>
/// <param name="Decisions">Sentences on what was decided: dialect, encoding, header rows, codes, what could not be told.</param>
/// <param name="Misfits">What did not fit, each by its row and column.</param>
[TypeFormatterSource]
public sealed record ImportedFile(
    string Source, string Form, int Count, IReadOnlyList<ImportedColumn> Columns, IReadOnlyList<string> Decisions, IReadOnlyList<Misfit> Misfits)
{
    /// <summary>The column of this name.</summary>
    public ImportedColumn Column(string name) => Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new InputException($"Not a column of {Source}: {name}. It has: {string.Join(", ", Columns.Select(column => column.Name))}.");

    /// <summary>The same file with other columns, and with what was decided about them added.</summary>
    internal ImportedFile With(IReadOnlyList<ImportedColumn> columns, IEnumerable<string> decisions, IEnumerable<Misfit>? misfits = null) =>
        this with { Columns = columns, Decisions = [.. Decisions, .. decisions], Misfits = [.. Misfits, .. misfits ?? []] };
}

/// <summary>A cell that did not fit: the row and the column of the file, what stood there, and what became of it.</summary>
[TypeFormatterSource]
public sealed record Misfit(int Row, string Column, string Value, string Outcome);

/// <summary>The label of a value, as the program that made the file showed it.</summary>
[TypeFormatterSource]
public sealed record ValueLabel(string Code, string Text);

/// <summary>A value that stands for a missing answer, and why the answer is missing.</summary>
/// <param name="Code">The value as it stands in the cells.</param>
/// <param name="Reason">Why the answer is missing.</param>
/// <param name="IsDeclared">Whether the file itself says so; otherwise it is a guess to confirm.</param>
/// <param name="Count">In how many cases it stands.</param>
[TypeFormatterSource]
public sealed record MissingReason(string Code, string Reason, bool IsDeclared, int Count);
