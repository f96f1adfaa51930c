using Pathwise.Parallel;
using Pathwise.Sem.Estimation;
using Pathwise.Tables;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// A bootstrap that a file keeps: what was drawn before is carried on from, and what is drawn is saved while it is drawn. The file never loses
/// anything: a smaller run, or one without jackknife, leaves in it what a larger one has put there. One run at a time has the file, until it is disposed.
/// </summary>
public sealed class KeptBootstrap : IDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    private readonly FitResult fit;
    private readonly string path;
    private readonly FileLock hold;
    private readonly List<BootstrapResult> earlier = [];

    private KeptBootstrap(FitResult fit, string path) => (this.fit, this.path, hold) = (fit, path, FileLock.Of(path));

    /// <summary>Why the file could not be written at the end of the last run, in a sentence; null when it was. The results are not lost by that.</summary>
    public string? Problem { get; private set; }

    /// <summary>Opens a file of this fit, or begins one.</summary>
    /// <exception cref="InputException">The file belongs to another fit, is damaged, cannot be written, or is being written by another run.</exception>
    public static KeptBootstrap Open(FitResult fit, string path)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(path);
        OutputFile.Probe(path);
        var kept = new KeptBootstrap(fit, path);
        try
        {
            if (File.Exists(path) && new FileInfo(path).Length > 0)
                kept.earlier.Add(fit.ReadBootstrap(path));
            return kept;
        }
        catch
        {
            kept.Dispose();
            throw;
        }
    }

    /// <summary>Leaves the file to other runs.</summary>
    public void Dispose() => hold.Dispose();

    /// <summary>
    /// Draws what is lacking, as <see cref="Bootstrapping.Bootstrap"/>
    /// does, and saves every few seconds and at the end.
    /// </summary>
    /// <exception cref="InputException">The file holds a bootstrap of another seed or kind.</exception>
    public BootstrapResult Draw(BootstrapOptions options, IProgress<BootstrapProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        fit.RequireConverged();
        Repeated? saving = null;
        BootstrapResult drawn;
        try
        {
            drawn = Bootstrapping.CarryOn(fit, options, earlier, now => saving = new Repeated(() => Save(options, now), ShortestPause), null, progress, cancellation);
        }
        finally
        {
            saving?.Dispose();
        }

        Save(options, drawn.Replicates);
        earlier.Insert(0, drawn);
        return drawn;
    }

    // A file that cannot be written now, as on a full disk, is tried again later: the run goes on.
    private void Save(BootstrapOptions options, Replicates now)
    {
        try
        {
            BootstrapFile.Save(fit, options, [now, .. earlier.Select(each => each.Replicates)], path);
            Problem = null;
        }
        catch (InputException problem)
        {
            Problem = problem.Message;
        }
    }
}
