using System.Text;
using Pathwise.Tables;

namespace Pathwise.Surveys;

/// <summary>
/// How a categorical variable enters a model: by a coded column for each of its categories but the reference, named after both, as <c>department.sales</c>
/// (Cohen, Cohen, West and Aiken, 2003, chapter 8: dummy and unweighted effects coding).
/// </summary>
[TypeFormatterSource]
public sealed record CategoryCoding
{
    private const int Most = 20;

    /// <summary>The variable.</summary>
    public required string Name { get; init; }

    /// <summary>What the columns hold.</summary>
    public CodingKind Kind { get; init; }

    /// <summary>The categories in their order; empty: those of the data, numbers by size, others by the alphabet.</summary>
    public IReadOnlyList<string> Categories { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>The category without a column; null: the first.</summary>
    public string? Reference { get; init; }

    /// <summary>The coded columns, in the order of their categories.</summary>
    public IReadOnlyList<string> Columns => [.. Coded.Select(Column)];

    /// <summary>What the coded columns hold and how their coefficients are read, in a sentence; of a coding as a fit has it, whose categories are known.</summary>
    public string Words
    {
        get
        {
            var (isOne, columns) = (Columns.Count == 1, string.Join(", ", Columns));
            var (place, are) = (isOne ? "is 1 in its category" : "are 1 in their category", isOne ? "its coefficient is the" : "their coefficients are");
            return Kind == CodingKind.Effect
                ? $"{Name} is coded by effects: {columns} {place} and -1 in {Base}, so that {are} {(isOne ? "distance" : "distances")} from the unweighted mean of the categories."
                : $"{Name} is coded by indicators: {columns} {place}, so that {are} {(isOne ? "difference" : "differences")} from {Base}.";
        }
    }

    /// <summary>The category without a column, whether it was named or not.</summary>
    internal string Base => Reference ?? Categories[0];

    /// <summary>The categories that have a column.</summary>
    internal IReadOnlyList<string> Coded => [.. Categories.Where(category => category != Base)];

    /// <summary>What each column holds in a category.</summary>
    public IReadOnlyList<double> Codes(string category) =>
        [.. Coded.Select(column => column == category ? 1.0 : Kind == CodingKind.Effect && category == Base ? -1 : 0)];

    /// <summary>The same coding with the categories that occur in these cases; a category that nobody is in has no column.</summary>
    /// <exception cref="InputException">There are fewer than two or more than twenty, a value is none of them, or two of them give one name.</exception>
    public CategoryCoding In(DataTable data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var found = EqualCodes.InOrder(data.Texts(Name).OfType<string>());
        if (Categories.Count > 0 && found.FirstOrDefault(value => !Categories.Any(each => Same(each, value))) is { } unknown)
            throw new InputException($"{data.Source}, column {Name}: {Quoted.Of(unknown)} is none of its categories; expected {string.Join(", ", Categories)}.");
        string[] kept = Categories.Count == 0 ? [.. found] : [.. Categories.Where(each => found.Any(value => Same(each, value)))];
        if (kept.Length is < 2 or > Most)
            throw new InputException($"{data.Source}, column {Name}: {(kept.Length > Most ? $"{kept.Length} different values" : kept.Length == 1 ? $"every case is {Quoted.Of(kept[0])}" : "no case has a value")}; a categorical variable has 2 to {Most} categories with cases.");
        var basis = Reference is null ? kept[0] : Array.Find(kept, each => Same(each, Reference))
            ?? throw new InputException($"{data.Source}, column {Name}: no case is {Quoted.Of(Reference)}, the reference of its coding; expected one of {string.Join(", ", kept)}.");
        return (this with { Categories = kept, Reference = basis }).Distinct(data);
    }

    /// <summary>The cases with the coded columns beside the others; missing where the category is.</summary>
    /// <exception cref="InputException">See <see cref="In"/>.</exception>
    public DataTable AddTo(DataTable data)
    {
        return In(data).AddAll(data);
    }

    /// <summary>The same with a column for every category of the coding, also where nobody is in it; each value has to be one of them.</summary>
    internal DataTable AddAll(DataTable data)
    {
        double[][] codes = [.. data.Texts(Name).Select(text => text is null ? [.. Columns.Select(_ => double.NaN)] : Codes(Categories.First(each => Same(each, text))).ToArray())];
        return Columns.Index().Aggregate(data, (table, column) => table.With(column.Item, Array.ConvertAll(codes, row => row[column.Index])));
    }

    private CategoryCoding Distinct(DataTable data)
    {
        if (Columns.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InputException($"{data.Source}, column {Name}: two of its categories would both be coded by {twice.Key}; rename one of them.");
        return Columns.FirstOrDefault(data.Has) is { } taken
            ? throw new InputException($"{data.Source}: the column {taken} has the name of a coded column of {Name}; rename it, or leave {Name} uncoded.")
            : this;
    }

    private static bool Same(string one, string other) => EqualCodes.Key(one).Equals(EqualCodes.Key(other));

    // What a name of a variable can hold.
    private string Column(string category)
    {
        var name = new StringBuilder(Name).Append('.');
        foreach (var letter in category)
            name.Append(char.IsLetterOrDigit(letter) || letter is '.' or '_' ? letter : '_');
        return name.ToString();
    }
}
