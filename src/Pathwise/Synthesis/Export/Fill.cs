using System.Globalization;
using Pathwise.Numerics;

namespace Pathwise.Synthesis.Export;

/// <summary>Fills the columns of rows: fixed values, quotas, times and identifiers.</summary>
internal static class Fill
{
    private const string TimeOfDay = "yyyy-MM-dd'T'HH:mm";

    /// <summary>Fixed values first, then quotas in order; a repeated questionnaire takes what its first one says.</summary>
    public static void Columns(IReadOnlyList<ExportRow> rows, IReadOnlyDictionary<string, string> values, IReadOnlyList<Quota> quotas, RandomStream stream)
    {
        foreach (var row in rows)
        {
            foreach (var (column, value) in row.Repeats?.Values ?? [])
                row.Values[column] = value;
            foreach (var (column, value) in values)
                row.Values[column] = value;
        }

        foreach (var quota in quotas)
            Spread(quota, rows.Where(row => Takes(row, quota)).ToArray(), stream);
    }

    /// <summary>When each questionnaire was opened and sent, in working hours; a second one comes after the first.</summary>
    public static void Times(IReadOnlyList<ExportRow> rows, TimeForm form, RandomStream stream)
    {
        foreach (var row in rows.OrderBy(row => row.Repeats is not null))
        {
            var earliest = row.Repeats is { } first ? DateOnly.FromDateTime(Time(first.Values[form.Started])).AddDays(1) : form.FirstDay;
            var days = Math.Max(1, form.LastDay.DayNumber - earliest.DayNumber + 1);
            var started = earliest.AddDays(stream.NextInteger(days)).ToDateTime(new TimeOnly(8, 0)).AddMinutes(stream.NextInteger(600));
            var minutes = form.LeastMinutes + stream.NextInteger(form.MostMinutes - form.LeastMinutes + 1);
            row.Values[form.Started] = Text(started);
            row.Values[form.Finished] = row.IsUnfinished ? "" : Text(started.AddMinutes(minutes));
        }
    }

    /// <summary>Numbers the rows in their order; a repeated questionnaire carries the identifier of the first.</summary>
    public static void Identifiers(IReadOnlyList<ExportRow> rows, IdentifierForm form)
    {
        var number = 0;
        foreach (var row in rows.Where(row => row.Repeats is null))
            row.Values[form.Column] = form.Prefix + (++number).ToString(CultureInfo.InvariantCulture).PadLeft(form.Digits, '0');
        foreach (var row in rows.Where(row => row.Repeats is not null))
            row.Values[form.Column] = row.Repeats!.Values[form.Column];
    }

    private static bool Takes(ExportRow row, Quota quota) =>
        quota.Among.All(condition => condition.Value.Contains(row.Values.GetValueOrDefault(condition.Key, "")));

    private static void Spread(Quota quota, ExportRow[] rows, RandomStream stream)
    {
        if (quota.Counts.Values.Sum() != rows.Length)
            throw new InputException($"the counts of column '{quota.Column}' sum to {quota.Counts.Values.Sum()} for {rows.Length} rows.");
        var values = quota.Counts.SelectMany(count => Enumerable.Repeat(count.Key, count.Value)).ToArray();
        if (!quota.InOrder)
            Shuffle.InPlace(values, stream);
        for (var i = 0; i < rows.Length; i++)
            rows[i].Values[quota.Column] = values[i];
    }

    private static DateTime Time(string text) => DateTime.ParseExact(text, TimeOfDay, CultureInfo.InvariantCulture);

    private static string Text(DateTime time) => time.ToString(TimeOfDay, CultureInfo.InvariantCulture);
}
