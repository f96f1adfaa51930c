using Pathwise.Numerics;
using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Resampling;

/// <summary>Where the samples of replicates come from. One worker's.</summary>
internal abstract class SampleSource
{
    /// <summary>
    /// How many cases the sample drawn last has, where a draw decides it (the divisor is then its own, too); null where it has as many as the sample that
    /// it is drawn for.
    /// </summary>
    public virtual int? Drawn => null;

    /// <summary>The most cases that a draw can have, where it decides it.</summary>
    public virtual int? Most => null;

    /// <summary>
    /// Draws a sample and writes its p x p covariance matrix with the given divisor; returns what keeps it from being fitted (see
    /// <see cref="SampleFlaw"/>), or null.
    /// </summary>
    public abstract FitStatus? Draw(RandomStream stream, Span<double> covariance, double divisor);

    /// <summary>Writes the p means of the sample whose covariance matrix was written last.</summary>
    public abstract void CopyMeans(Span<double> means);

    /// <summary>True where samples are of the cases of a sample as they are, values that are missing included.</summary>
    public virtual bool IsOfCases => false;

    /// <summary>Writes the covariance matrix of all cases but one; returns what keeps them from being fitted, or null.</summary>
    /// <exception cref="InvalidOperationException">Samples of this source are not of cases.</exception>
    public virtual FitStatus? LeaveOut(int omitted, Span<double> covariance, double divisor) => throw NoCases();

    /// <summary>Writes the covariance matrix of all cases but some; returns what keeps the others from being fitted, or null.</summary>
    /// <exception cref="InvalidOperationException">Samples of this source are not of cases.</exception>
    public virtual FitStatus? Omit(ReadOnlySpan<int> omitted, Span<double> covariance, double divisor) => throw NoCases();

    /// <summary>Writes the covariance matrix of the cases as they are.</summary>
    /// <exception cref="InvalidOperationException">Samples of this source are not of cases.</exception>
    public virtual void All(Span<double> covariance, double divisor) => throw NoCases();

    /// <summary>Draws a sample of cases and says how often each of those that it is drawn from is in it.</summary>
    /// <exception cref="InvalidOperationException">Samples of this source are not of cases.</exception>
    public virtual ReadOnlySpan<int> DrawTimes(RandomStream stream) => throw NoCases();

    /// <summary>Draws a sample and writes its cases, n x p row-major; returns what keeps it from being fitted, or null.</summary>
    public abstract FitStatus? DrawCases(RandomStream stream, Span<double> cases);

    private static InvalidOperationException NoCases() => new("These samples are not drawn from cases.");
}
