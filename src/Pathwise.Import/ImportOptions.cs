namespace Pathwise.Import;

/// <summary>What must be known of a file beside what is in it.</summary>
public sealed record ImportOptions
{
    /// <summary>The sheet of a workbook; the first one with cells when null.</summary>
    public string? Sheet { get; init; }

    /// <summary>The data dictionary of a REDCap project (CSV), which labels the columns of its export; none when null.</summary>
    public string? Dictionary { get; init; }
}
