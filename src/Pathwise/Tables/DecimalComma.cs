namespace Pathwise.Tables;

/// <summary>
/// Whether the commas inside the fields of a file are decimal commas. They are when the file writes no number with a point
/// and some comma cannot part thousands: not three digits follow it, or none, a zero or more than three digits precede it.
/// </summary>
internal sealed class DecimalComma
{
    private bool hasPoints;
    private bool isProven;

    /// <summary>Whether the fields seen leave no doubt.</summary>
    public bool IsCertain => isProven && !hasPoints;

    /// <summary>Reads a number that may have one decimal comma, and learns from it.</summary>
    public bool TryParse(ReadOnlySpan<byte> field, out double number)
    {
        var at = field.IndexOf((byte)',');
        if (at < 0)
        {
            var isNumber = Number.TryParse(field, out number);
            hasPoints |= isNumber && field.Contains((byte)'.');
            return isNumber;
        }

        number = double.NaN;
        if (field.Length > 40 || field.Contains((byte)'.'))
            return false;
        Span<byte> pointed = stackalloc byte[field.Length];
        field.CopyTo(pointed);
        pointed[at] = (byte)'.';
        if (!Number.TryParse(pointed, out number))
            return false;
        isProven |= !MayPartThousands(field, at);
        return true;
    }

    private static bool MayPartThousands(ReadOnlySpan<byte> field, int at)
    {
        var before = field[..at].TrimStart("+-"u8);
        return field.Length - at - 1 == 3 && before.Length is > 0 and <= 3 && before[0] != (byte)'0';
    }
}
