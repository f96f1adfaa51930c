using Pathwise.Numerics;

namespace Pathwise.Sem.Invariance;

/// <summary>
/// How large a misfit may be that a chi-square leaves possible (Yuan and Chan 2016): the RMSEA whose noncentral distribution gives a chi-square as small or smaller
/// with probability alpha. For a difference of models it is the RMSEA of the restrictions.
/// </summary>
/// <param name="TSize">The RMSEA; null without degrees of freedom.</param>
/// <param name="IsEquivalent">Whether it lies below what is tolerated: the chi-square then rejects that the misfit is as large (Counsell, Cribbie and Flora 2020).</param>
[TypeFormatterSource]
public sealed record EquivalenceView(double? TSize, bool? IsEquivalent)
{
    /// <summary>Of a chi-square with degrees of freedom in so many cases and groups.</summary>
    public static EquivalenceView Of(double? chiSquare, int df, int cases, int groups, InvarianceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (chiSquare is not { } value || df <= 0)
            return new(null, null);
        var size = Math.Sqrt(NoncentralChiSquareDistribution.Noncentrality(Math.Max(value, 0), df, options.Alpha) * groups / ((double)cases * df));
        return new(size, size < options.Tolerated);
    }
}
