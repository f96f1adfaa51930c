namespace Pathwise.Synthesis.Export;

/// <summary>A row of a raw file while it is made: its columns by name, its answers (null where blank), and the row that it repeats.</summary>
internal sealed class ExportRow
{
    public Dictionary<string, string> Values { get; } = [];

    public required int?[] Answers { get; init; }

    /// <summary>The usable row of the same respondent, for a questionnaire filled in twice.</summary>
    public ExportRow? Repeats { get; init; }

    /// <summary>Whether the questionnaire was never sent.</summary>
    public bool IsUnfinished { get; init; }
}
