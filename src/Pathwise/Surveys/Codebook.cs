using Pathwise.Tables;

namespace Pathwise.Surveys;

/// <summary>
/// What the columns of a survey's file mean: scales with their items, the other columns with their allowed values, and
/// the rules that make raw cases usable, in order. Kept as a YAML file beside the data.
/// </summary>
[TypeFormatterSource]
public sealed class Codebook
{
    /// <summary>The ending of a codebook's file name: answers.csv is described by answers.codebook.yaml.</summary>
    public const string Ending = ".codebook.yaml";

    /// <summary>The file it was read from.</summary>
    public required string Source { get; init; }

    /// <summary>What survey this is.</summary>
    public required string Title { get; init; }

    /// <summary>Where the data come from and what a reader must know before using them.</summary>
    public required string About { get; init; }

    /// <summary>True when the data were made and nobody gave them; the codebook says so.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>The first two sentences of <see cref="About"/>, in one line: what a reader must know before any number.</summary>
    public string Opening
    {
        get
        {
            var text = About.ReplaceLineEndings(" ").Trim();
            var first = text.IndexOf(". ", StringComparison.Ordinal);
            var second = first < 0 ? -1 : text.IndexOf(". ", first + 1, StringComparison.Ordinal);
            return second < 0 ? text : text[..(second + 1)];
        }
    }

    /// <summary>The scales, in the order of the questionnaire.</summary>
    public required IReadOnlyList<Scale> Scales { get; init; }

    /// <summary>The columns that are not items.</summary>
    public required IReadOnlyList<CodebookColumn> Columns { get; init; }

    /// <summary>The rules by which raw cases are kept or left out, in the order in which they apply.</summary>
    public required IReadOnlyList<CleaningRule> Cleaning { get; init; }

    /// <summary>
    /// What stands for a missing value in every column but identifiers, beside blank and NA, as <see cref="ReadingOptions.Missing"/> understands it, each with its reason; a code
    /// without one is its own reason.
    /// </summary>
    public IReadOnlyList<MissingCode> Missing { get; init; } = [];

    /// <summary>The items of all scales, in the order of the questionnaire.</summary>
    public IReadOnlyList<Item> Items => Scales.SelectMany(scale => scale.Items).ToArray();

    /// <summary>The names of the items' columns.</summary>
    public IReadOnlyList<string> ItemNames => Items.Select(item => item.Name).ToArray();

    /// <summary>The names of the items and other columns whose values are ordered categories, items first.</summary>
    public IReadOnlyList<string> OrderedNames => [.. Items.Where(item => item.IsOrdered).Select(item => item.Name), .. Columns.Where(column => column.IsOrdered).Select(column => column.Name)];

    /// <summary>Reads a codebook; anything in it that is not understood is an <see cref="InputException"/> with its line.</summary>
    public static Codebook Read(string path) => CodebookFile.Read(path);

    /// <summary>Where the codebook of a data file is expected: beside it.</summary>
    public static string PathBeside(string csvPath) => Path.ChangeExtension(csvPath, null) + Ending;

    /// <summary>The same codebook without the cleaning rule of this reason.</summary>
    /// <exception cref="InputException">No rule has this reason.</exception>
    public Codebook Without(string reason) => Cleaning.Any(rule => rule.Reason == reason)
        ? With([.. Cleaning.Where(rule => rule.Reason != reason)])
        : throw new InputException(NearestName.Complaint($"the cleaning rules of {Source}", reason, [.. Cleaning.Select(rule => rule.Reason)]));

    /// <summary>The same codebook with these cleaning rules in place of its own.</summary>
    public Codebook With(IReadOnlyList<CleaningRule> cleaning) => new()
    {
        Source = Source, Title = Title, About = About, IsSynthetic = IsSynthetic, Scales = Scales, Columns = Columns, Missing = Missing,
        Cleaning = [.. cleaning],
    };

    /// <summary>The same codebook with these scales in place of its own.</summary>
    internal Codebook WithScales(IReadOnlyList<Scale> scales) => new()
    {
        Source = Source, Title = Title, About = About, IsSynthetic = IsSynthetic, Scales = scales, Columns = Columns, Missing = Missing, Cleaning = Cleaning,
    };

    // What a column says of a code comes before what the codebook says of all. Identifiers are never missing.
    internal IReadOnlyDictionary<string, IReadOnlyList<MissingCode>> MissingByColumn() => Items.Select(item => (item.Name, item.Missing, HasAll: true))
        .Concat(Columns.Select(column => (column.Name, column.Missing, HasAll: column.Kind != ColumnKind.Identifier)))
        .ToDictionary(
            each => each.Name,
            each => (IReadOnlyList<MissingCode>)[.. each.Missing, .. each.HasAll ? Missing.ExceptBy(each.Missing.Select(code => code.Code), code => code.Code) : []],
            StringComparer.Ordinal);

    /// <summary>The same cases with the reverse-keyed items that they have recoded: lowest plus highest answer minus the answer.</summary>
    public DataTable Recode(DataTable answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Items.Where(item => item.IsReversed && answers.Has(item.Name)).Aggregate(answers, (recoded, item) =>
            recoded.With(item.Name, recoded.Numbers(item.Name).Select(item.Range.Reverse).ToArray()));
    }

    /// <summary>The scale of this name.</summary>
    public Scale Scale(string name) => Scales.FirstOrDefault(scale => scale.Name == name)
        ?? throw new InputException($"Not a scale of {Source}: {name}. It has: {string.Join(", ", Scales.Select(scale => scale.Name))}.");

    /// <summary>The column of this name that is not an item.</summary>
    public CodebookColumn Column(string name) => Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new InputException($"Not a column of {Source}: {name}. It has: {string.Join(", ", Columns.Select(column => column.Name))}.");
}
