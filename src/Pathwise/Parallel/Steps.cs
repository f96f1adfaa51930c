namespace Pathwise.Parallel;

/// <summary>Counts the pieces that any number of workers have done and reports them every so often: upwards, one after the other, the last one always.</summary>
internal sealed class Steps
{
    private readonly Lock gate = new();
    private readonly Action<int>? report;
    private readonly int total;
    private readonly int every;
    private int done;

    /// <summary>Of so many pieces in all, some of them done before; reported at every multiple of <paramref name="every"/>.</summary>
    public Steps(Action<int>? report, int before, int total, int every)
    {
        (this.report, this.total, this.every, done) = (report, total, every, before);
        if (before > 0)
            report?.Invoke(before);
    }

    /// <summary>Counts one more.</summary>
    public void Add()
    {
        lock (gate)
        {
            done++;
            if (done % every == 0 || done == total)
                report?.Invoke(done);
        }
    }
}
