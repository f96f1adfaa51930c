using Pathwise.Surveys;

namespace Pathwise.Cli.Options;

/// <summary>What a reader of results must know of the data: sentences, and what a codebook's rules made of the cases (null without codebook).</summary>
internal sealed class DataAccount(IReadOnlyList<string> notes, CleaningReport? cleaning)
{
    public static DataAccount Empty { get; } = new([], null);

    public IReadOnlyList<string> Notes { get; } = notes;

    public CleaningReport? Cleaning { get; } = cleaning;

    /// <summary>This account and another of the same data, each sentence once.</summary>
    public DataAccount With(DataAccount other) => new([.. Notes.Union(other.Notes)], other.Cleaning ?? Cleaning);

    /// <summary>The same with further sentences.</summary>
    public DataAccount With(IEnumerable<string> further) => new([.. Notes, .. further], Cleaning);
}
