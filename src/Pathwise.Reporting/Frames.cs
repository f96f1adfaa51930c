using Deedle;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Reporting;

/// <summary>Deedle frames of surveys, for looking at them.</summary>
public static class Frames
{
    /// <summary>The table as a frame: a row for each case (numbered from 1), numbers or texts by column, blanks missing.</summary>
    public static Frame<int, string> ToFrame(this DataTable table)
    {
        var frame = Frame.CreateEmpty<int, string>();
        foreach (var name in table.Names)
        {
            if (table.IsNumeric(name))
                frame.AddColumn(name, Present(table.Numbers(name), number => !double.IsNaN(number)));
            else
                frame.AddColumn(name, Present(table.Texts(name), text => text is not null));
        }

        return frame;
    }

    /// <summary>The flow of cases as a frame: reason, left out, remaining, a row for each step and one for the start.</summary>
    public static Frame<int, string> ToFrame(this CleaningReport report)
    {
        var rows = report.Steps.Prepend(new CleaningStep("started", 0, report.Started));
        return Frame.FromRecords(rows);
    }

    private static Series<int, T> Present<T>(IReadOnlyList<T> values, Func<T, bool> isPresent)
    {
        var builder = new SeriesBuilder<int, T>();
        for (var i = 0; i < values.Count; i++)
        {
            if (isPresent(values[i]))
                builder.Add(i + 1, values[i]);
        }

        return builder.Series;
    }
}
