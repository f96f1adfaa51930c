using System.Numerics;

namespace Pathwise.Numerics;

/// <summary>
/// A stream of random numbers that follows from (seed, index) alone, so that replicate i draws the same numbers on every
/// machine, however the replicates are shared out among threads. Generator: xoshiro256** (Blackman and Vigna, 2021), its
/// state filled by SplitMix64 from both numbers. Not for more than one thread at a time.
/// </summary>
public sealed class RandomStream
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    private RandomStream()
    {
    }

    /// <summary>The stream of replicate <paramref name="index"/> under <paramref name="seed"/>.</summary>
    public static RandomStream For(long seed, long index)
    {
        var stream = new RandomStream();
        stream.Restart(seed, index);
        return stream;
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform on the open interval (0, 1): the midpoints of 2^52 cells, never 0 or 1.</summary>
    public double NextUniform() => ((NextBits() >> 12) + 0.5) * (1.0 / (1L << 52));

    /// <summary>Uniform on 0, ..., <paramref name="bound"/> - 1, without bias (Lemire, 2019).</summary>
    public int NextInteger(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var product = (NextBits() >> 32) * (ulong)bound;
        if ((uint)product < (uint)bound)
        {
            var threshold = (uint)(0x1_0000_0000UL % (ulong)bound);
            while ((uint)product < threshold)
                product = (NextBits() >> 32) * (ulong)bound;
        }

        return (int)(product >> 32);
    }

    /// <summary>Standard normal, by inversion of one uniform.</summary>
    public double NextNormal() => NormalDistribution.Quantile(NextUniform());

    /// <summary>Becomes the stream of (seed, index): a worker's way to take up the next replicate without allocation.</summary>
    internal void Restart(long seed, long index)
    {
        // Two rounds, so that neighbouring seeds and indices share no structure.
        var state = (ulong)seed;
        state = SplitMix(ref state) ^ ((ulong)index * 0xD1342543DE82EF95UL);
        _a = SplitMix(ref state);
        _b = SplitMix(ref state);
        _c = SplitMix(ref state);
        _d = SplitMix(ref state);
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
