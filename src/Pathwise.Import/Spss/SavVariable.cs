using Pathwise.Import.Contents;

namespace Pathwise.Import.Spss;

/// <summary>A variable of an SPSS system file.</summary>
internal sealed class SavVariable(string shortName, int slot, int width, int format)
{
    /// <summary>Types of format that show seconds as a date: DATE, ADATE, JDATE, MOYR, QYR, WKYR, EDATE, SDATE.</summary>
    private static readonly int[] Days = [20, 23, 24, 28, 29, 30, 38, 39];

    /// <summary>Types of format that show seconds as a date with time of day: DATETIME, YMDHMS.</summary>
    private static readonly int[] Moments = [22, 41];

    public string ShortName { get; } = shortName;

    /// <summary>The number of its first piece of eight bytes in a case.</summary>
    public int Slot => slot;

    public string Name { get; set; } = shortName;

    public string Text { get; init; } = "";

    /// <summary>0 for numbers, else the bytes of a string.</summary>
    public int Width { get; set; } = width;

    /// <summary>In how many strings of 255 bytes a longer one is laid out.</summary>
    public int Segments { get; set; } = 1;

    /// <summary>The labels of values, with the values as they are written in cells.</summary>
    public List<ValueLabel> Labels { get; } = [];

    /// <summary>Values that the user declared as missing.</summary>
    public List<string> MissingCodes { get; } = [];

    /// <summary>A range of numbers declared as missing.</summary>
    public (double Low, double High)? MissingRange { get; set; }

    public bool IsNumber => Width == 0;

    public bool IsDay => IsNumber && Days.Contains((format >> 16) & 0xFF);

    public bool IsMoment => IsNumber && Moments.Contains((format >> 16) & 0xFF);
}
