using System.Globalization;

namespace Pathwise.Import.Binary;

/// <summary>Dates that programs keep as numbers, written as 2010-03-01 or 2010-03-01T09:30:00.</summary>
internal static class Moments
{
    /// <summary>A number of seconds (with a fraction) after a day as a date, with the time of day or without; null where no calendar has it.</summary>
    public static string? Text(DateTime origin, double seconds, bool hasTime)
    {
        if (!(Math.Abs(seconds) < 1e12))
            return null;
        var ticks = origin.Ticks + (long)Math.Round(Math.Round(seconds, 3) * TimeSpan.TicksPerSecond);
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : Text(new DateTime(ticks), hasTime);
    }

    /// <summary>A date as it is written.</summary>
    public static string Text(DateTime moment, bool hasTime) =>
        moment.ToString(!hasTime ? "yyyy-MM-dd" : moment.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
