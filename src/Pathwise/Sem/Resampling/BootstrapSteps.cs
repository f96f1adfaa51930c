namespace Pathwise.Sem.Resampling;

/// <summary>Counts the fits of any number of workers and reports them every so often: upwards, one after the other, the last one always.</summary>
internal sealed class BootstrapSteps
{
    private readonly Lock gate = new();
    private readonly IProgress<BootstrapProgress>? progress;
    private readonly int total;
    private readonly int every;
    private readonly string? what;
    private int done;

    /// <summary>Of so many fits in all, some of them done before; reported at every multiple of <paramref name="every"/>.</summary>
    public BootstrapSteps(IProgress<BootstrapProgress>? progress, int before, int total, int every, string? what = null)
    {
        (this.progress, this.total, this.every, this.what, done) = (progress, total, every, what, before);
        if (before > 0)
            progress?.Report(Now());
    }

    /// <summary>Counts one more.</summary>
    public void Add()
    {
        lock (gate)
        {
            done++;
            if (done % every == 0 || done == total)
                progress?.Report(Now());
        }
    }

    private BootstrapProgress Now() => what is null ? new(done, total) : new(done, total) { What = what };
}
