using System.Globalization;
using Pathwise.Import.Binary;
using Pathwise.Import.Contents;

namespace Pathwise.Import.Stata;

/// <summary>Gathers the cells of one variable of a Stata file.</summary>
internal sealed class DtaCells(DtaVariable variable, DtaLayout layout, ByteCursor bytes)
{
    private static readonly DateTime Origin = new(1960, 1, 1);

    private readonly List<double> numbers = [];
    private readonly List<ulong> keys = [];
    private readonly Dictionary<int, string> marks = [];
    private readonly TextCells texts = new();

    /// <summary>Dates that no calendar has.</summary>
    public List<Misfit> Misfits { get; } = [];

    /// <summary>Adds the cell at which the file stands.</summary>
    public void Add()
    {
        if (variable.Type.Storage == DtaStorage.Text)
            texts.Add(layout.Text(bytes.Take(variable.Type.Bytes, "a case")));
        else if (variable.Type.Storage == DtaStorage.LongText)
            keys.Add(bytes.Unsigned(8, "a case"));
        else
            AddNumber();
    }

    /// <summary>The column, once all cases, long texts and labels are there.</summary>
    public ImportedColumn Build(string name, Dictionary<(ulong Variable, ulong Case), string> longTexts, Dictionary<string, IReadOnlyList<ValueLabel>> sets)
    {
        foreach (var key in keys)
            texts.Add(DtaLongTexts.Find(longTexts, key, layout, bytes.IsBigEndian));
        var isDate = variable.IsDay || variable.IsMoment;
        var labels = isDate ? [] : sets.GetValueOrDefault(variable.LabelSet) ?? [];
        var column = isDate || numbers.Count == 0
            ? new ImportedColumn(name, texts.Build(), isDate ? CellContent.Time : CellContent.Text)
            : ImportedColumn.OfNumbers(name, [.. numbers], marks);
        return column with
        {
            Heading = name == variable.Name ? null : variable.Name,
            Text = variable.Text,
            Labels = labels,
            Missing = isDate ? [] : [.. Missing(labels)],
        };
    }

    private void AddNumber()
    {
        var (number, missing) = DtaNumber.Read(bytes, variable.Type.Storage);
        if (variable.IsDay || variable.IsMoment)
            texts.Add(Date(number));
        else
            numbers.Add(number);
        if (missing > 0 && !variable.IsDay && !variable.IsMoment)
            marks[numbers.Count - 1] = DtaFile.Mark(missing);
    }

    private string? Date(double number)
    {
        if (double.IsNaN(number))
            return null;
        if (Moments.Text(Origin, variable.IsDay ? number * 86_400 : number / 1000, variable.IsMoment) is { } text)
            return text;
        Misfits.Add(new(texts.Count + 1, variable.Name, number.ToString("R", CultureInfo.InvariantCulture), "no date; left blank"));
        return null;
    }

    private IEnumerable<MissingReason> Missing(IReadOnlyList<ValueLabel> labels) =>
        from mark in marks.Values
        group mark by mark into same
        orderby same.Key
        let label = labels.FirstOrDefault(label => label.Code == same.Key)?.Text
        select new MissingReason(same.Key, string.IsNullOrEmpty(label) ? $"missing value {same.Key} of Stata" : label, IsDeclared: true, same.Count());
}
