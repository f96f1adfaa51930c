namespace Pathwise.Sem.Estimation;

/// <summary>
/// What a kind of bounds is made of: which parts it bounds, by which factors the ranges between zero and the sample's variances are widened, and the
/// least shares (lavaan's <c>optim.bounds</c>).
/// </summary>
internal sealed record BoundWidths
{
    /// <summary>The range of residual variances of observed variables; null where they are not bounded.</summary>
    public BoundFactors? Observed { get; private init; }

    /// <summary>The range of variances of latent variables.</summary>
    public BoundFactors? Latent { get; private init; }

    /// <summary>The range of loadings of observed indicators.</summary>
    public BoundFactors? Loadings { get; private init; }

    /// <summary>The range of covariances.</summary>
    public BoundFactors? Covariances { get; private init; }

    /// <summary>True where there are upper bounds as well.</summary>
    public bool HasUpper { get; private init; }

    /// <summary>The least reliability of the indicator whose loading is fixed at one.</summary>
    public double MarkerReliability { get; private init; }

    /// <summary>The least residual variance of a latent variable that others explain or indicate.</summary>
    public double EndogenousVariance { get; private init; }

    /// <summary>The widths of a kind other than none.</summary>
    public static BoundWidths Of(BoundsKind kind) => kind switch
    {
        BoundsKind.Standard => new() { Observed = new(1, 1), Latent = new(1, 1), Loadings = new(1, 1), Covariances = new(0.999, 0.999), HasUpper = true, MarkerReliability = 0.1, EndogenousVariance = 0.005 },
        BoundsKind.Wide => new() { Observed = new(1.05, 1.2), Latent = new(1, 1.3), Loadings = new(1.1, 1.1), Covariances = new(1, 1), HasUpper = true, MarkerReliability = 0.1, EndogenousVariance = 0.005 },
        BoundsKind.PositiveVariances => new() { Observed = new(1, 1), Latent = new(1, 1) },
        BoundsKind.PositiveObservedVariances => new() { Observed = new(1, 1) },
        BoundsKind.PositiveLatentVariances => new() { Latent = new(1, 1) },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of bounds."),
    };
}

/// <summary>By what a range is multiplied towards its lower and its upper end.</summary>
internal readonly record struct BoundFactors(double Lower, double Upper)
{
    /// <summary>The range, widened by these factors; what is below zero is not part of its width.</summary>
    public (double Lower, double Upper) Widen(double lower, double upper)
    {
        var width = upper - Math.Max(lower, 0);
        return (lower - Math.Abs((Lower - 1) * width), upper + Math.Abs((Upper - 1) * width));
    }

    /// <summary>A range about zero of this half width, widened or, by factors below one, narrowed.</summary>
    public (double Lower, double Upper) WidenAboutZero(double half) => (-half - ((Lower - 1) * 2 * half), half + ((Upper - 1) * 2 * half));
}
