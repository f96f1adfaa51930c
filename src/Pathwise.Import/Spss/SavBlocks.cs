using System.IO.Compression;
using Pathwise.Import.Binary;
using Pathwise.Import.Contents;

namespace Pathwise.Import.Spss;

/// <summary>The blocks of a .zsav file: a trailer says where each begins, and each is a stream of zlib with packed cases.</summary>
internal static class SavBlocks
{
    private const string Part = "its compressed blocks";

    /// <summary>The packed cases of all blocks.</summary>
    public static ByteCursor Unpack(ByteCursor bytes)
    {
        bytes.Int64(Part);
        var trailer = bytes.Int64(Part);
        bytes.Int64(Part);
        bytes.MoveTo(trailer, "the list of its compressed blocks");
        bytes.Take(20, Part);
        var blocks = Blocks(bytes);
        using var whole = new MemoryStream();
        foreach (var (offset, length) in blocks)
            Inflate(bytes, offset, length, whole);
        return new ByteCursor(bytes.Path, whole.ToArray()) { IsBigEndian = bytes.IsBigEndian };
    }

    private static List<(long Offset, int Length)> Blocks(ByteCursor bytes)
    {
        var blocks = new List<(long, int)>();
        for (var left = bytes.Int32(Part); left > 0; left--)
        {
            bytes.Int64(Part);
            var offset = bytes.Int64(Part);
            bytes.Int32(Part);
            blocks.Add((offset, bytes.Int32(Part)));
        }

        return blocks;
    }

    private static void Inflate(ByteCursor bytes, long offset, int length, MemoryStream whole)
    {
        bytes.MoveTo(offset, Part);
        try
        {
            using var block = new ZLibStream(new MemoryStream(bytes.Take(length, Part).ToArray()), CompressionMode.Decompress);
            var piece = new byte[1 << 16];
            while (block.Read(piece) is var read and > 0)
            {
                whole.Write(piece, 0, read);
                if (whole.Length > ImportLimits.Bytes)
                    throw bytes.Fault($"its cells have more than {ImportLimits.Bytes >> 20} MB when they are unpacked, the most that can be imported");
            }
        }
        catch (InvalidDataException problem)
        {
            throw new InputException($"{bytes.Path}: a compressed block cannot be unpacked; the file is truncated or damaged.", problem);
        }
    }
}
