using System.Numerics;

namespace Pathwise.Numerics;

/// <summary>
/// A sum of numbers in double precision without any rounding until it is asked for: the same bits in whatever order, and by however many
/// hands, they are added. A fixed-point number wide enough for every double, in limbs of 32 bits that carry late (Kulisch's accumulator).
/// </summary>
internal sealed class ExactSum
{
    // Limb i counts multiples of 2^(32 i - 1074), so that the smallest double is 1 in limb 0; 2^30 additions leave room in 64 bits.
    private const int LowestExponent = -1074;
    private const int Limbs = 68;
    private const int MostPending = 1 << 30;

    private readonly long[] limbs = new long[Limbs];
    private int pending;
    private double beyond;

    /// <summary>The sum, rounded to the nearest double once (ties to even); infinite or no number as the terms make it.</summary>
    public double Value => beyond != 0 ? beyond : Rounded(Whole());

    /// <summary>Adds a number.</summary>
    public void Add(double number)
    {
        if (!double.IsFinite(number))
        {
            beyond += number;
            return;
        }

        var bits = BitConverter.DoubleToUInt64Bits(number);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = (bits & 0xF_FFFF_FFFF_FFFF) | (exponent == 0 ? 0 : 1UL << 52);
        var shift = Math.Max(exponent - 1, 0);
        AddAt(shift >> 5, shift & 31, mantissa, number < 0 ? -1 : 1);
        if (++pending == MostPending)
            Carry();
    }

    /// <summary>Adds another sum.</summary>
    public void Add(ExactSum other)
    {
        Carry();
        other.Carry();
        for (var i = 0; i < Limbs; i++)
            limbs[i] += other.limbs[i];
        beyond += other.beyond;
        Carry();
    }

    /// <summary>Writes the sum with all its bits.</summary>
    public void Write(BinaryWriter writer)
    {
        var bytes = Whole().ToByteArray();
        writer.Write(beyond);
        writer.Write((short)bytes.Length);
        writer.Write(bytes);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no such sum.</exception>
    public static ExactSum Read(BinaryReader reader)
    {
        var sum = new ExactSum { beyond = reader.ReadDouble() };
        var length = reader.ReadInt16();
        if (length is < 1 or > 4 * (Limbs - 1))
            throw new InvalidDataException($"a sum of {length} bytes");
        var whole = new BigInteger(reader.ReadBytes(length));
        var (left, sign) = (BigInteger.Abs(whole), whole.Sign);
        for (var i = 0; i < Limbs; i++)
        {
            sum.limbs[i] = sign * (long)(uint)(left & uint.MaxValue);
            left >>= 32;
        }

        return sum;
    }

    private void AddAt(int limb, int shift, ulong mantissa, int sign)
    {
        var rest = mantissa >> (32 - shift);
        limbs[limb] += sign * (long)(uint)(mantissa << shift);
        limbs[limb + 1] += sign * (long)(uint)rest;
        limbs[limb + 2] += sign * (long)(rest >> 32);
    }

    // Afterwards all limbs but the last are from 0 to 2^32 - 1.
    private void Carry()
    {
        for (var i = 0; i < Limbs - 1; i++)
        {
            var carry = limbs[i] >> 32;
            limbs[i] -= carry << 32;
            limbs[i + 1] += carry;
        }

        pending = 0;
    }

    private BigInteger Whole()
    {
        var whole = BigInteger.Zero;
        for (var i = Limbs - 1; i >= 0; i--)
            whole = (whole << 32) + limbs[i];
        return whole;
    }

    private static double Rounded(BigInteger whole)
    {
        var size = BigInteger.Abs(whole);
        var excess = (int)size.GetBitLength() - 53;
        if (excess > 0)
        {
            var (kept, half) = (size >> excess, BigInteger.One << (excess - 1));
            var rest = size - (kept << excess);
            size = rest > half || (rest == half && !kept.IsEven) ? kept + 1 : kept;
        }

        return whole.Sign * Math.ScaleB((double)(ulong)size, LowestExponent + Math.Max(excess, 0));
    }
}
