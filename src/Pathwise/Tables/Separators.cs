namespace Pathwise.Tables;

/// <summary>Which character separates the columns of a text, told by its header.</summary>
internal static class Separators
{
    /// <summary>
    /// A comma, unless the header row has none outside quotation marks and has a semicolon or a tab (as spreadsheets write where the
    /// comma is the decimal mark, and as tables are copied).
    /// </summary>
    /// <param name="utf8">The whole text.</param>
    /// <param name="header">The number of the header's row, counted from 1 without blank lines.</param>
    public static char Of(ReadOnlySpan<byte> utf8, int header)
    {
        var line = Line(utf8, header);
        var (commas, semicolons, tabs) = (Count(line, ','), Count(line, ';'), Count(line, '\t'));
        return commas > 0 || (semicolons == 0 && tabs == 0) ? ',' : semicolons >= tabs ? ';' : '\t';
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> utf8, int number)
    {
        var rest = utf8;
        while (true)
        {
            var end = rest.IndexOfAny("\r\n"u8);
            var line = end < 0 ? rest : rest[..end];
            if (!line.IsEmpty)
                number--;
            if (number == 0 || end < 0)
                return line;
            rest = rest[(end + 1)..];
        }
    }

    private static int Count(ReadOnlySpan<byte> line, char separator)
    {
        var (count, isQuoted) = (0, false);
        foreach (var letter in line)
        {
            isQuoted ^= letter == '"';
            count += !isQuoted && letter == separator ? 1 : 0;
        }

        return count;
    }
}
