namespace Pathwise.Parallel;

/// <summary>
/// Takes what pieces of work give, in whatever order they are done, and hands it on in the order of the pieces, so that a sum has the same
/// digits whoever did them. Only what came early is kept.
/// </summary>
internal sealed class InOrder<T>(Action<T> take)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, T> early = [];
    private int next;

    /// <summary>What a piece gave, the pieces being numbered from 0; handed on once all before it are.</summary>
    public void Add(int piece, T result)
    {
        lock (gate)
        {
            for (early.Add(piece, result); early.Remove(next, out var turn); next++)
                take(turn);
        }
    }
}
