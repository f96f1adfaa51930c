namespace Pathwise.Sem.Influence;

/// <summary>Fits a sample of a single group without sets of its cases, on one thread, with memory of its own.</summary>
internal abstract class OmissionWorker
{
    /// <summary>How many sets are one piece of work.</summary>
    public const int SetsOfPiece = 32;

    /// <summary>Whether standard errors are wanted, without which there is no statistic.</summary>
    public bool HasErrors { get; set; } = true;

    /// <summary>Whether the free parameters are kept with each fit.</summary>
    public bool KeepsValues { get; set; }

    /// <summary>Fits the sample without each of at most <see cref="SetsOfPiece"/> sets of cases, counted from 0.</summary>
    public abstract Omission[] Fit(IReadOnlyList<int[]> sets);

    /// <summary>Puts other cases, as many (n x p, row-major), in the place of the sample's.</summary>
    public abstract void Take(double[] cases);
}
