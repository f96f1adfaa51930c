using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Analyses;

/// <summary>Which cases are analysed: a file by its content, how it is read, the codebook that is followed, the rules that leave cases out, the groups.</summary>
[TypeFormatterSource]
public sealed record CaseSelection
{
    /// <summary>The file of cases, as it was named.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the file in hexadecimal digits; null of a file that can be read only once, such as a pipe.</summary>
    public string? Checksum { get; init; }

    /// <summary>What is missing beside blank and NA, as <see cref="ReadingOptions.Missing"/> understands it.</summary>
    public IReadOnlyList<string> Missing { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>Rows left out, counted from 1.</summary>
    public IReadOnlyList<int> SkippedRows { get; init => field = ValueList.Of(value); } = ValueList.Of<int>([]);

    /// <summary>The codebook that is followed, as it was named; null when every row is taken as it stands.</summary>
    public string? CodebookPath { get; init; }

    /// <summary>SHA-256 of the codebook.</summary>
    public string? CodebookChecksum { get; init; }

    /// <summary>The rules that leave cases out, in order; those of the codebook unless others were put in their place.</summary>
    public IReadOnlyList<CleaningRule> Cleaning { get; init => field = ValueList.Of(value); } = ValueList.Of<CleaningRule>([]);

    /// <summary>The column that names each case's group; null for one group.</summary>
    public string? Group { get; init; }

    /// <summary>The cases of a file, with the rules of a codebook (null for none).</summary>
    /// <exception cref="InputException">The codebook cannot be read.</exception>
    public static CaseSelection Of(string path, string? codebookPath = null) => new()
    {
        Path = path,
        Checksum = FileChecksum.Of(path),
        CodebookPath = codebookPath,
        CodebookChecksum = codebookPath is null ? null : FileChecksum.Of(codebookPath),
        Cleaning = codebookPath is null ? [] : Codebook.Read(codebookPath).Cleaning,
    };

    /// <summary>Reads the cases: checked, cleaned and recoded where a codebook is followed.</summary>
    /// <exception cref="InputException">A file cannot be read, or does not fit its codebook.</exception>
    public SelectedCases Read()
    {
        var options = new ReadingOptions { Missing = Missing, SkippedRows = SkippedRows };
        if (CodebookPath is null)
            return new(DataTable.Read(Path, options), null);
        var report = SurveyData.Read(Path, Codebook.Read(CodebookPath).With(Cleaning), options).Clean();
        return new(report.Data.Recode().Table, report);
    }

    /// <summary>These cases, or a refusal when a file is not there or holds something else now.</summary>
    internal CaseSelection Verified(string source)
    {
        FileChecksum.Require(source, "data", Path, Checksum);
        if (CodebookPath is not null)
            FileChecksum.Require(source, "data.codebook", CodebookPath, CodebookChecksum);
        return this;
    }
}

/// <summary>The cases that an analysis uses, and what a codebook's rules made of the file (null without codebook).</summary>
[TypeFormatterSource]
public sealed record SelectedCases(DataTable Table, CleaningReport? Cleaning);
