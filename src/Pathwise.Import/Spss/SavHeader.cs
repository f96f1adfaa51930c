using System.Buffers.Binary;
using Pathwise.Import.Binary;

namespace Pathwise.Import.Spss;

/// <summary>How the cells of an SPSS system file are packed.</summary>
internal enum SavCompression
{
    None,
    Bytes,
    Zlib,
}

/// <summary>The beginning of an SPSS system file ("System File Format" of the PSPP developers' guide).</summary>
/// <param name="Compression">How the cells are packed.</param>
/// <param name="Cases">The number of cases, -1 where the writer did not know it.</param>
/// <param name="Bias">What is taken from a packed number.</param>
internal sealed record SavHeader(SavCompression Compression, int Cases, double Bias)
{
    private const string Part = "its header";

    /// <summary>Whether a file begins as one.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith("$FL2"u8) || bytes.StartsWith("$FL3"u8);

    /// <summary>Reads it; the order of bytes is told by the code of the layout, which is 2 or 3.</summary>
    public static SavHeader Read(ByteCursor bytes)
    {
        bytes.Take(64, Part);
        var layout = bytes.Take(4, Part);
        bytes.IsBigEndian = BinaryPrimitives.ReadInt32LittleEndian(layout) is not (2 or 3);
        if (bytes.Int32(layout) is not (2 or 3))
            throw bytes.Fault("the header of the SPSS system file is damaged (the code of its layout is neither 2 nor 3)");
        bytes.Int32(Part);
        var compression = bytes.Int32(Part);
        bytes.Int32(Part);
        var cases = bytes.Int32(Part);
        var bias = bytes.Double(Part);
        bytes.Take(84, Part);
        if (compression is < 0 or > 2)
            throw bytes.Fault($"the cells of the SPSS system file are packed in way {compression}; expected 0, 1 or 2");
        return new((SavCompression)compression, cases, bias);
    }
}
