using System.Globalization;

namespace Pathwise.Import.Contents;

/// <summary>How much can be imported, so that no file takes all the memory.</summary>
internal static class ImportLimits
{
    /// <summary>The longest file, and the longest part of a packed one, in bytes.</summary>
    public const long Bytes = 256L << 20;

    /// <summary>The most cells.</summary>
    public const long Cells = 20_000_000;

    /// <summary>The most columns.</summary>
    public const int Columns = 40_000;

    /// <summary>Refuses more rows and columns than can be held.</summary>
    public static void RequireSize(string path, long rows, long columns)
    {
        if (columns > Columns)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{path} has {columns:N0} columns; at most {Columns:N0} can be imported."));
        if (columns > 0 && rows > Cells / columns)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{path} has {rows:N0} rows of {columns:N0} columns; at most {Cells:N0} cells can be imported."));
    }
}
