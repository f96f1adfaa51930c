using Pathwise.Analyses;
using Pathwise.Surveys;

namespace Pathwise.Cli.Options;

/// <summary>What a reader of results must know of the data: sentences, and what a codebook's rules made of the cases (null without codebook).</summary>
internal sealed class DataAccount(IReadOnlyList<string> notes, CleaningReport? cleaning, string? key = null)
{
    public static DataAccount Empty { get; } = new([], null);

    public IReadOnlyList<string> Notes { get; } = notes;

    public CleaningReport? Cleaning { get; } = cleaning;

    /// <summary>The key of the analysis that the results are of; null where it has none.</summary>
    public string? Key { get; } = key;

    /// <summary>This account and another of the same data, each sentence once.</summary>
    public DataAccount With(DataAccount other) => new([.. Notes.Union(other.Notes)], other.Cleaning ?? Cleaning, other.Key ?? Key);

    /// <summary>The same with further sentences.</summary>
    public DataAccount With(IEnumerable<string> further) => new([.. Notes, .. further], Cleaning, Key);

    /// <summary>The same of results of an analysis.</summary>
    public DataAccount Of(Analysis analysis) => new(Notes, Cleaning, analysis.Key);
}
