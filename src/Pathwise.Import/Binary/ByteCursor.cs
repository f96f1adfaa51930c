using System.Buffers.Binary;

namespace Pathwise.Import.Binary;

/// <summary>Reads the bytes of a file from front to back; wherever it ends too early is an <see cref="InputException"/> that says in what.</summary>
internal sealed class ByteCursor(string path, byte[] bytes)
{
    /// <summary>The file, as it was named by the caller.</summary>
    public string Path => path;

    /// <summary>Whether numbers begin with their highest byte.</summary>
    public bool IsBigEndian { get; set; }

    /// <summary>The byte to be read next.</summary>
    public int Position { get; private set; }

    /// <summary>The bytes that are left.</summary>
    public int Left => bytes.Length - Position;

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> Take(long count, string part)
    {
        if (count < 0 || count > Left)
            throw Fault($"the file ends within {part} ({bytes.Length} bytes); it is truncated or damaged");
        Position += (int)count;
        return bytes.AsSpan(Position - (int)count, (int)count);
    }

    /// <summary>Goes on at a byte.</summary>
    public void MoveTo(long position, string part)
    {
        if (position < 0 || position > bytes.Length)
            throw Fault($"the file ends before {part}; it is truncated or damaged");
        Position = (int)position;
    }

    public byte Byte(string part) => Take(1, part)[0];

    public int Int32(string part) => Int32(Take(4, part));

    public long Int64(string part) => Int64(Take(8, part));

    public double Double(string part) => Double(Take(8, part));

    public int Int32(ReadOnlySpan<byte> from) => IsBigEndian ? BinaryPrimitives.ReadInt32BigEndian(from) : BinaryPrimitives.ReadInt32LittleEndian(from);

    public long Int64(ReadOnlySpan<byte> from) => IsBigEndian ? BinaryPrimitives.ReadInt64BigEndian(from) : BinaryPrimitives.ReadInt64LittleEndian(from);

    public double Double(ReadOnlySpan<byte> from) => IsBigEndian ? BinaryPrimitives.ReadDoubleBigEndian(from) : BinaryPrimitives.ReadDoubleLittleEndian(from);

    /// <summary>A whole number without sign of up to eight bytes.</summary>
    public ulong Unsigned(int size, string part)
    {
        var from = Take(size, part);
        ulong value = 0;
        for (var i = 0; i < size; i++)
            value |= (ulong)from[IsBigEndian ? size - 1 - i : i] << (8 * i);
        return value;
    }

    /// <summary>What to say of a file that is not what it should be.</summary>
    public InputException Fault(string what) => new($"{path}: {what}.");
}
