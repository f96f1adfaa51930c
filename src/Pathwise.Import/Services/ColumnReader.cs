using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pathwise.Import.Contents;
using Pathwise.Tables;

namespace Pathwise.Import.Services;

/// <summary>Tells what the cells of a column of texts are: numbers, codes with their labels, labels instead of codes, dates, or texts.</summary>
internal sealed partial class ColumnReader
{
    // Longer ones are identifiers, which a double does not hold.
    private const int MostDigits = 15;
    private const int MostLabels = 30;

    private readonly string name;
    private readonly string[] cells;
    private readonly DecimalComma? comma;
    private readonly bool areCodes;

    public ColumnReader(string name, string[] cells, DecimalComma? comma)
    {
        (this.name, this.cells, this.comma) = (name, cells, comma);
        foreach (var cell in cells)
            comma?.TryParse(Encoding.UTF8.GetBytes(cell), out _);
        Distinct = [.. cells.Where(IsValue).Distinct()];
        areCodes = Distinct.Count <= MostLabels && AreCodes();
    }

    /// <summary>The values that occur, each once.</summary>
    public IReadOnlyList<string> Distinct { get; }

    /// <summary>The labels that answers were given by, from the lowest, where these are known; else null.</summary>
    public IReadOnlyList<string[]>? Scale { get; set; }

    /// <summary>Whether a number has a decimal comma.</summary>
    public bool HasCommas => comma is { IsCertain: true } && Distinct.Any(cell => cell.Contains(',', StringComparison.Ordinal) && Plain(cell) != cell);

    /// <summary>The column, once the scales of answers are chosen.</summary>
    /// <param name="line">The line of the case at a position.</param>
    /// <param name="misfits">Takes what does not fit.</param>
    public ImportedColumn Build(Func<int, int> line, List<Misfit> misfits)
    {
        if (Scale is { } scale)
            return Labelled(scale);
        if (areCodes)
            return Coded();
        if (Distinct.Count > 0 && Distinct.All(cell => IsPlainNumber(cell) || NotNumbers.LooksMissing(cell)) && Distinct.Any(IsPlainNumber) && !Distinct.Any(IsIdentifier))
            return Numbers();
        if (DateForms.Of(Distinct) is { Forms.Length: > 0 } dates)
            return new(name, Written(dates.Text), CellContent.Time);
        TellStrays(line, misfits);
        return new(name, Written(cell => cell), CellContent.Text);
    }

    /// <summary>What was decided.</summary>
    public IEnumerable<string> Notes(string column)
    {
        if (Scale is { } scale)
            yield return $"{column}: labels of answers were written as codes: {string.Join(", ", scale.Select((labels, i) => $"{i + 1} {Found(labels)}"))}.";
        else if (areCodes)
            yield return $"{column}: the codes were parted from their labels ({Quoted.Of(Distinct.First(cell => CodeWithLabel().IsMatch(cell)))}).";
        else if (DateForms.Of(Distinct) is { Note.Length: > 0 } dates)
            yield return $"{column}: {dates.Note}";
    }

    // Each code with one label alone, so that nothing is lost.
    private bool AreCodes()
    {
        var labels = Distinct.Select(cell => CodeWithLabel().Match(cell)).Where(match => match.Success).ToArray();
        return labels.Length > 0 && labels.DistinctBy(match => match.Groups["code"].Value).Count() == labels.Length
            && Distinct.All(cell => IsPlainNumber(cell) || NotNumbers.LooksMissing(cell) || CodeWithLabel().IsMatch(cell));
    }

    private string Found(string[] labels) => Distinct.FirstOrDefault(cell => AnswerScales.Is(cell, labels)) ?? labels[0];

    private static bool IsValue(string cell) => cell.Length > 0 && cell != "NA";

    private bool IsPlainNumber(string cell) => Number.IsNumber(Plain(cell));

    private static bool IsIdentifier(string cell) =>
        cell.Length > 1 && ((cell[0] == '0' && char.IsAsciiDigit(cell[1])) || (cell.Length > MostDigits && cell.All(char.IsAsciiDigit)));

    private string Plain(string cell) => comma is { IsCertain: true } && cell.Count(letter => letter == ',') == 1 && Number.IsNumber(cell.Replace(',', '.')) ? cell.Replace(',', '.') : cell;

    private ImportedColumn Numbers() => new(name, Written(Plain), CellContent.Number) { Missing = Marks(cell => !IsPlainNumber(cell)) };

    private ImportedColumn Coded()
    {
        var labels = Distinct.Select(cell => CodeWithLabel().Match(cell)).Where(match => match.Success)
            .Select(match => new ValueLabel(match.Groups["code"].Value, match.Groups["label"].Value.Trim().TrimEnd(')')))
            .DistinctBy(label => label.Code).OrderBy(label => Number.Parse(label.Code)).ToArray();
        return new(name, Written(cell => CodeWithLabel().Match(cell) is { Success: true } match ? match.Groups["code"].Value : Plain(cell)), CellContent.Number)
        {
            Labels = labels,
            Missing = Marks(cell => !IsPlainNumber(cell) && !CodeWithLabel().IsMatch(cell)),
        };
    }

    private ImportedColumn Labelled(IReadOnlyList<string[]> scale)
    {
        string Code(string cell) => Enumerable.Range(0, scale.Count).FirstOrDefault(i => AnswerScales.Is(cell, scale[i]), -1) is var i and >= 0 ? (i + 1).ToString(CultureInfo.InvariantCulture) : cell;
        return new(name, Written(Code), CellContent.Number)
        {
            Labels = [.. scale.Select((labels, i) => new ValueLabel((i + 1).ToString(CultureInfo.InvariantCulture), Found(labels)))],
            Missing = Marks(cell => Code(cell) == cell),
        };
    }

    // Words among numbers that can be no answers.
    private MissingReason[] Marks(Func<string, bool> isMark) =>
        [.. cells.Where(cell => IsValue(cell) && isMark(cell)).GroupBy(cell => cell, StringComparer.Ordinal)
            .Select(group => new MissingReason(group.Key, MissingWords.Reason(group.Key) ?? "a mark of a missing answer", IsDeclared: false, group.Count()))];

    private IReadOnlyList<string?> Written(Func<string, string> write)
    {
        var texts = new TextCells();
        foreach (var cell in cells)
            texts.Add(IsValue(cell) ? write(cell) : null);
        return texts.Build();
    }

    // Some words among many numbers: probably slips, which keep the whole column from being numbers.
    private void TellStrays(Func<int, int> line, List<Misfit> misfits)
    {
        var filled = cells.Count(IsValue);
        var strays = Enumerable.Range(0, cells.Length).Where(i => IsValue(cells[i]) && !IsPlainNumber(cells[i])).ToArray();
        if (strays.Length * 5 > filled)
            return;
        misfits.AddRange(strays.Select(i => new Misfit(line(i), name, cells[i], "not a number as the others; the column was kept as texts")));
    }

    // 7 - strongly agree; 7 (strongly agree); 7 = strongly agree; 7: strongly agree; 7. strongly agree
    [GeneratedRegex(@"^(?<code>-?\d{1,3})(?:\s*[-–—=:)]\s*|\.\s+|\s+\(?)(?<label>(?=.*\p{L})[^\d\s].*)$", RegexOptions.Singleline, 1000)]
    private static partial Regex CodeWithLabel();
}
