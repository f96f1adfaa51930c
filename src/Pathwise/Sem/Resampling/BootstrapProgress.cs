namespace Pathwise.Sem.Resampling;

/// <summary>How far a bootstrap is.</summary>
/// <param name="Done">Fits done.</param>
/// <param name="Total">Fits to do: replicates, and the samples of a jackknife.</param>
[TypeFormatterSource]
public readonly record struct BootstrapProgress(int Done, int Total)
{
    private readonly string? what;

    /// <summary>What is done, as "samples fitted".</summary>
    public string What
    {
        get => what ?? "samples fitted";
        init => what = value;
    }
}
