using Pathwise.Tables;

namespace Pathwise.Surveys;

/// <summary>How many answers of a raw file are missing for one reason.</summary>
/// <param name="Reason">The reason, as the codebook gives it; of a code without one, the code itself.</param>
/// <param name="Codes">The values that stand for it in the file.</param>
/// <param name="Answers">The number of cells with one of them.</param>
/// <param name="Columns">The columns in which they stand.</param>
[TypeFormatterSource]
public sealed record MissingAnswers(string Reason, IReadOnlyList<string> Codes, int Answers, IReadOnlyList<string> Columns)
{
    /// <summary>The values that stand for it in the file.</summary>
    public IReadOnlyList<string> Codes { get; init => field = ValueList.Of(value); } = ValueList.Of(Codes);

    /// <summary>The columns in which they stand.</summary>
    public IReadOnlyList<string> Columns { get; init => field = ValueList.Of(value); } = ValueList.Of(Columns);

    /// <summary>Counts the cells that a table was read without, by the reasons of a codebook, in the order of its columns.</summary>
    internal static IReadOnlyList<MissingAnswers> Of(DataTable table, Codebook codebook)
    {
        var reasons = codebook.MissingByColumn().SelectMany(column => column.Value, (column, code) => (column.Key, code))
            .ToDictionary(each => (each.Key, each.code.Code), each => each.code.Reason);
        return [.. table.MissingCounts
            .GroupBy(count => reasons.GetValueOrDefault((count.Column, count.Code), count.Code), StringComparer.Ordinal)
            .Select(group => new MissingAnswers(
                group.Key, [.. group.Select(count => count.Code).Distinct()], group.Sum(count => count.Count), [.. group.Select(count => count.Column).Distinct()]))];
    }
}
