using System.Buffers.Binary;
using Pathwise.Import.Binary;

namespace Pathwise.Import.Spss;

/// <summary>The cases of an SPSS system file one after the other, each in pieces of eight bytes.</summary>
internal abstract class SavUnits
{
    /// <summary>Fills the bytes of the next case; false where there is none.</summary>
    public abstract bool Read(byte[] row);

    /// <summary>The cases as they are packed in the file.</summary>
    public static SavUnits Of(ByteCursor bytes, SavHeader header, double systemMissing) => header.Compression switch
    {
        SavCompression.None => new Plain(bytes),
        SavCompression.Bytes => new Packed(bytes, header.Bias, systemMissing),
        _ => new Packed(SavBlocks.Unpack(bytes), header.Bias, systemMissing),
    };

    private static InputException CutOff(ByteCursor bytes) => bytes.Fault("the file ends within a case; it is truncated or damaged");

    private sealed class Plain(ByteCursor bytes) : SavUnits
    {
        public override bool Read(byte[] row)
        {
            if (bytes.Left == 0)
                return false;
            if (bytes.Left < row.Length)
                throw CutOff(bytes);
            bytes.Take(row.Length, "a case").CopyTo(row);
            return true;
        }
    }

    // Eight codes, then what they ask for: a number less the bias, eight bytes as they are (253), blanks (254), no value (255), nothing (0), the end (252).
    private sealed class Packed(ByteCursor bytes, double bias, double systemMissing) : SavUnits
    {
        private readonly byte[] codes = new byte[8];
        private int next = 8;

        public override bool Read(byte[] row)
        {
            for (var at = 0; at < row.Length;)
            {
                if (Next() is not { } code)
                    return at == 0 ? false : throw CutOff(bytes);
                if (code == 0)
                    continue;
                Fill(row.AsSpan(at, 8), code);
                at += 8;
            }

            return true;
        }

        private byte? Next()
        {
            if (next == 8)
            {
                if (bytes.Left < 8)
                    return null;
                bytes.Take(8, "a case").CopyTo(codes);
                next = 0;
            }

            return codes[next++] is var code && code != 252 ? code : null;
        }

        private void Fill(Span<byte> unit, byte code)
        {
            if (code == 253)
                bytes.Take(8, "a case").CopyTo(unit);
            else if (code == 254)
                unit.Fill((byte)' ');
            else
                Write(unit, code == 255 ? systemMissing : code - bias);
        }

        private void Write(Span<byte> unit, double number)
        {
            if (bytes.IsBigEndian)
                BinaryPrimitives.WriteDoubleBigEndian(unit, number);
            else
                BinaryPrimitives.WriteDoubleLittleEndian(unit, number);
        }
    }
}
