using System.Text.Json;
using System.Text.Json.Serialization;
using Pathwise.Tables;

namespace Pathwise.Synthesis.Export;

/// <summary>
/// How a raw survey file is made from a seed: where the usable answers come from, what the other columns hold, and the
/// unusable rows around them. Kept as JSON.
/// </summary>
internal sealed record ExportRecipe
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(new SpacedLowerCase()) },
    };

    /// <summary>The name of the file that it makes.</summary>
    public required string File { get; init; }

    /// <summary>The codebook of that file, seen from the recipe.</summary>
    public required string Codebook { get; init; }

    /// <summary>What a reader must know of the choices made here.</summary>
    public string About { get; init; } = "";

    /// <summary>The seed of every random choice.</summary>
    public required long Seed { get; init; }

    /// <summary>Where the usable answers come from.</summary>
    public required AnswerSource Answers { get; init; }

    /// <summary>The other columns of the usable rows.</summary>
    public required ColumnValues Usable { get; init; }

    /// <summary>The rows that cleaning removes.</summary>
    public IReadOnlyList<UnusableRows> Unusable { get; init; } = [];

    /// <summary>The column of identifiers and their form.</summary>
    public required IdentifierForm Identifiers { get; init; }

    /// <summary>When questionnaires were opened and sent; null when the file has no times.</summary>
    public TimeForm? Times { get; init; }

    /// <summary>The column by which the rows are sorted before they are numbered; null leaves them shuffled.</summary>
    public string? OrderBy { get; init; }

    /// <summary>Reads a recipe; anything in it that is not understood is an <see cref="InputException"/> with its line.</summary>
    public static ExportRecipe Read(string path)
    {
        var recipe = JsonForm.Parse<ExportRecipe>(FileText.Read(path), path, "recipe", Form);
        new RecipeLimits(path).Require(recipe);
        return recipe;
    }

    // OutOfRange is written "out of range".
    private sealed class SpacedLowerCase : JsonNamingPolicy
    {
        public override string ConvertName(string name) =>
            SnakeCaseLower.ConvertName(name).Replace('_', ' ');
    }
}

/// <summary>Where the usable answers come from: either totals to meet or a file.</summary>
internal sealed record AnswerSource
{
    public RatingTotals? Ratings { get; init; }

    /// <summary>A file of answers beside the recipe, one column for each item.</summary>
    public string? File { get; init; }

    /// <summary>Whether a high answer already stands for much of what the scale measures, so that reverse-keyed items are turned when written.</summary>
    public bool Recoded { get; init; }
}

/// <summary>Values of columns that hold for a set of rows, and values that are spread over the rows by given counts.</summary>
internal sealed record ColumnValues
{
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<Quota> Quotas { get; init; } = [];
}

/// <summary>
/// How often each value of a column occurs. <see cref="Among"/> names a column and the values that rows must have there
/// to take part. In order: the first value goes to the first rows; otherwise at random.
/// </summary>
internal sealed record Quota(string Column, IReadOnlyDictionary<string, int> Counts)
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Among { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public bool InOrder { get; init; }
}

/// <summary>Rows that cleaning removes: how many, what is wrong with them, and their other columns.</summary>
internal sealed record UnusableRows(int Rows, Defect Defect)
{
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<Quota> Quotas { get; init; } = [];
}

/// <summary>What is wrong with a row.</summary>
internal enum Defect
{
    /// <summary>Nothing in the answers; its columns say why it is unusable.</summary>
    None,

    /// <summary>No answers at all.</summary>
    Unanswered,

    /// <summary>The respondent stopped on the way: the rest is blank, and it was never sent.</summary>
    Stopped,

    /// <summary>A second questionnaire of a respondent who is usable.</summary>
    Repeated,

    /// <summary>The same answer everywhere.</summary>
    StraightLined,

    /// <summary>One answer outside the range.</summary>
    OutOfRange,

    /// <summary>One or two blank items.</summary>
    Blank,
}

/// <summary>Identifiers: a prefix and a number of so many digits, in the order of the file.</summary>
internal sealed record IdentifierForm(string Column, string Prefix, int Digits);

/// <summary>Times: the two columns, the days between which questionnaires are opened, and how many minutes they take.</summary>
internal sealed record TimeForm(string Started, string Finished, DateOnly FirstDay, DateOnly LastDay, int LeastMinutes, int MostMinutes);
