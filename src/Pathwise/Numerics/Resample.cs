namespace Pathwise.Numerics;

/// <summary>Cases drawn at random, from the seed and the number of the replicate alone.</summary>
internal static class Resample
{
    /// <summary>Positions of <paramref name="count"/> cases drawn with replacement.</summary>
    public static int[] Positions(int count, long seed, int replicate)
    {
        var stream = RandomStream.For(seed, replicate);
        var positions = new int[count];
        for (var i = 0; i < count; i++)
            positions[i] = stream.NextInteger(count);
        return positions;
    }

    /// <summary>The positions 0 to count - 1 in random order.</summary>
    public static int[] Permutation(int count, RandomStream stream)
    {
        var positions = Enumerable.Range(0, count).ToArray();
        Shuffle.InPlace(positions, stream);
        return positions;
    }
}
