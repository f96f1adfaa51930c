using System.Globalization;

namespace Pathwise.Sem.Resampling;

/// <summary>The memory that a run may take, asked before it begins.</summary>
internal static class Room
{
    /// <summary>Half of what the process may have: the other half is for the sample, the workers and what is printed.</summary>
    private static long Bytes => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;

    /// <summary>
    /// Refuses more of something than fits: each takes <paramref name="bytes"/>, and <paramref name="numbers"/> places in one array.
    /// </summary>
    public static void Require(long count, long bytes, string what, int numbers = 1)
    {
        var most = Math.Min(Bytes / bytes, Array.MaxLength / Math.Max(numbers, 1));
        if (count > most)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{count} {what} do not fit into the memory of this machine; at most {most} of this model do."));
    }
}
