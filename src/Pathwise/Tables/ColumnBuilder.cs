namespace Pathwise.Tables;

/// <summary>Gathers the fields of one column while a file is read.</summary>
/// <param name="missing">What stands for a missing value in every column.</param>
/// <param name="own">What stands for one in this column beside that.</param>
/// <param name="comma">How numbers with a comma are read, or null when they are texts.</param>
internal sealed class ColumnBuilder(MissingCodes missing, MissingCodes own, DecimalComma? comma)
{
    private byte[] utf8 = [];
    private int length;
    private int[] ends = [];
    private double[] numbers = [];
    private int count;
    private bool areNumbers = true;
    private bool hasCommas;

    /// <summary>Adds a field; a missing one keeps no text.</summary>
    public void Add(ReadOnlySpan<byte> field)
    {
        var isNumber = TryParse(field, out var value);
        // Both count what they met.
        var isMissing = missing.Include(field, value) | own.Include(field, value);
        if (count == ends.Length)
            Array.Resize(ref ends, Grown(count));
        if (!isMissing)
            Append(field);
        ends[count] = length;
        areNumbers &= isMissing || isNumber;
        if (areNumbers)
            Append(isMissing ? double.NaN : value);
        hasCommas |= isNumber && !isMissing && comma is not null && field.Contains((byte)',');
        count++;
    }

    /// <summary>The column, once all fields are there: of numbers when every field that is not missing is one.</summary>
    public DataColumn Build(string name)
    {
        Array.Resize(ref utf8, length);
        Array.Resize(ref ends, count);
        Array.Resize(ref numbers, areNumbers ? count : 0);
        return new DataColumn(name, new PackedTexts(utf8, ends), areNumbers && (!hasCommas || comma!.IsCertain) ? numbers : null);
    }

    private bool TryParse(ReadOnlySpan<byte> field, out double value)
    {
        value = double.NaN;
        return (areNumbers || missing.HasNumbers || own.HasNumbers) && (comma is null ? Number.TryParse(field, out value) : comma.TryParse(field, out value));
    }

    private void Append(ReadOnlySpan<byte> field)
    {
        if (utf8.Length - length < field.Length)
            Array.Resize(ref utf8, Math.Max(Grown(length), length + field.Length));
        field.CopyTo(utf8.AsSpan(length));
        length += field.Length;
    }

    private void Append(double value)
    {
        if (count >= numbers.Length)
            Array.Resize(ref numbers, Grown(count));
        numbers[count] = value;
    }

    // Half as much again, since there is one such array for each column and the last growth is thrown away.
    private static int Grown(int size) => (int)Math.Min(Array.MaxLength, Math.Max(8L, size + (size / 2L)));
}
