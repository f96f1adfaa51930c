namespace Pathwise.Sem.Categorical;

/// <summary>
/// A variable by itself: the first of the two steps. Its parameters (thresholds, or mean and variance) have influences: what each case moves
/// them by, so that N times the sum of squares of the influences is their asymptotic variance.
/// </summary>
internal abstract class Margin(string name)
{
    public string Name => name;

    /// <summary>Number of cases with a value.</summary>
    public abstract int Count { get; }

    /// <summary>Number of parameters: thresholds, or two.</summary>
    public abstract int Parameters { get; }

    /// <summary>Whether a case has a value.</summary>
    public abstract bool Has(int row);

    /// <summary>The influence of each case on a parameter, into <paramref name="target"/>; zero of a case without a value.</summary>
    public abstract void WriteInfluence(int parameter, Span<double> target);
}
