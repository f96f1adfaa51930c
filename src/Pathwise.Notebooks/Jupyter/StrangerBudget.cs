namespace Pathwise.Notebooks.Jupyter;

/// <summary>
/// How much the kernel keeps for peers that have not shown that they know the key, all of them together. Without a bound, whoever
/// can reach a port could fill the memory with a message that never ends.
/// </summary>
internal sealed class StrangerBudget
{
    private const long Most = 64L * 1024 * 1024;

    private long _kept;

    /// <summary>Takes a number of bytes; false where there are not as many left.</summary>
    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _kept, bytes) <= Most)
            return true;
        Interlocked.Add(ref _kept, -bytes);
        return false;
    }

    public void GiveBack(long bytes) => Interlocked.Add(ref _kept, -bytes);
}
