namespace Pathwise.Sem.Intervals;

/// <summary>Kinds of intervals as the command line and JSON name them.</summary>
public static class IntervalKindText
{
    /// <summary>The name, such as <c>bca</c>.</summary>
    public static string Text(this IntervalKind kind) => kind switch
    {
        IntervalKind.Percentile => "percentile",
        IntervalKind.Basic => "basic",
        IntervalKind.Normal => "normal",
        IntervalKind.BiasCorrected => "bc",
        IntervalKind.BcA => "bca",
        IntervalKind.Delta => "delta",
        IntervalKind.MonteCarlo => "montecarlo",
        IntervalKind.Profile => "profile",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of interval."),
    };

    /// <summary>True for intervals that rest on bootstrap replicates.</summary>
    public static bool IsBootstrap(this IntervalKind kind) => kind <= IntervalKind.BcA;
}
