using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>Tests of exact fit that compare a chi-square with a sum of chi-squares of one degree of freedom.</summary>
public static class EigenvalueTests
{
    private static readonly int[] Blocks = [2, 4, 6];

    /// <summary>
    /// The tests of Foldnes, Moss and Gronneberg (2025) and those they stand beside, under semTests' names: by the chi-square of the residuals with
    /// normal-theory weights (<c>rls</c>) and by that of the likelihood (<c>ml</c>), each with the eigenvalues of U G averaged in 2, 4 or 6 blocks and then
    /// halfway to their mean (<c>peba</c>), each halfway to the mean (<c>pall</c>), on a line through them with half its slope (<c>pols2</c>), as they are (<c>all</c>), all
    /// at their mean (<c>sb</c>, Satorra and Bentler 1994), scaled and shifted (<c>ss</c>, Asparouhov and Muthen 2010), or all 1 (<c>std</c>); with <c>ug</c> in the name by the unbiased G
    /// (Du and Bentler 2022), where no eigenvalue is negative with it. Of complete cases by maximum likelihood; empty elsewhere, without degrees of freedom, and where the information is singular.
    /// </summary>
    public static IReadOnlyList<EigenvalueTest> EigenvalueTestsOfFit(this FitResult fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var plain = fit.Test();
        if (plain.Value is not { } likelihood || plain.DegreesOfFreedom < 1 || !IsOfCompleteCases(fit) || fit.BrowneResidualTest().Value is not { } residual
            || ResidualSpace.Of(fit.Working) is not { } space || ResidualSpectrum.Of(space, plain.DegreesOfFreedom) is not { } eigenvalues || !(eigenvalues[0] > 0))
            return [];
        return All(eigenvalues, ResidualSpectrum.Unbiased(space, fit.Working, plain.DegreesOfFreedom), residual, likelihood);
    }

    /// <summary>
    /// The same tests of the difference from a model that is nested in this one (Foldnes, Gronneberg and Moss 2026), by the differences of the two models' chi-squares and the
    /// eigenvalues of Satorra (2000), as semTests has them. Empty where <see cref="Comparison.Compare"/> warns against a p, but for a scaling factor that is not positive.
    /// </summary>
    public static IReadOnlyList<EigenvalueTest> EigenvalueTestsOfDifference(this FitResult full, FitResult restricted)
    {
        var test = full.Compare(restricted);
        var (wide, narrow) = full.DegreesOfFreedom() <= restricted.DegreesOfFreedom() ? (full, restricted) : (restricted, full);
        if (test.Warning is { Code: not "scaling-factor-not-positive" } || !IsOfCompleteCases(wide) || wide.Table.HasMeanStructure != narrow.Table.HasMeanStructure
            || narrow.Test().Value - wide.Test().Value is not { } likelihood || narrow.BrowneResidualTest().Value - wide.BrowneResidualTest().Value is not { } residual
            || DifferenceSpectrum.Of(wide, narrow) is not { } spectrum || spectrum.Usual.Length != test.DegreesOfFreedom || !(spectrum.Usual[0] > 0))
            return [];
        return All(spectrum.Usual, spectrum.Unbiased, residual, likelihood);
    }

    /// <summary>Of all these tests <c>peba4_rls</c> alone, which needs no unbiased G; null where there are none.</summary>
    internal static EigenvalueTest? AveragedTestOfFit(this FitResult fit)
    {
        var df = fit.Test().DegreesOfFreedom;
        return df > 0 && IsOfCompleteCases(fit) && fit.BrowneResidualTest().Value is { } residual && ResidualSpectrum.Of(fit) is { } eigenvalues && eigenvalues[0] > 0
            ? Of(eigenvalues, residual, "rls").First(each => each.Name == "peba4_rls")
            : null;
    }

    private static bool IsOfCompleteCases(FitResult fit) => fit.Method.HasLikelihood && fit.Structure.Responses is null && fit.Sample.All(sample => sample.Cases is not null && !sample.HasMissing);

    private static IReadOnlyList<EigenvalueTest> All(double[] usual, double[]? unbiased, double residual, double likelihood) =>
    [
        .. Of(usual, residual, "rls"),
        .. Of(usual, likelihood, "ml"),
        .. (unbiased is null ? [] : Of(unbiased, residual, "ug_rls").Skip(1).Concat(Of(unbiased, likelihood, "ug_ml").Skip(1))),
    ];

    /// <summary>The tests of a chi-square by these eigenvalues, falling.</summary>
    internal static IEnumerable<EigenvalueTest> Of(double[] eigenvalues, double value, string statistic)
    {
        double df = eigenvalues.Length, mean = eigenvalues.Average(), square = eigenvalues.Sum(each => each * each);
        EigenvalueTest Test(string name, double p) => new($"{name}_{statistic}", new(value, eigenvalues.Length, p));
        double Tail(IEnumerable<double> weights) => WeightedChiSquares.UpperTail(value, [.. weights]);

        yield return Test("std", ChiSquareDistribution.UpperTail(Math.Max(value, 0), df));
        yield return Test("sb", ChiSquareDistribution.UpperTail(Math.Max(value, 0) / mean, df));
        yield return Test("ss", ChiSquareDistribution.UpperTail(Math.Max((value * Math.Sqrt(df / square)) + df - Math.Sqrt(df * df * mean * df * mean / square), 0), df));
        foreach (var blocks in Blocks)
            yield return Test($"peba{blocks}", Tail(Averaged(eigenvalues, blocks).Select(each => (each + mean) / 2)));
        yield return Test("pall", Tail(eigenvalues.Select(each => (each + mean) / 2)));
        yield return Test("all", Tail(eigenvalues));
        yield return Test("pols2", Tail(OnLine(eigenvalues, 2)));
    }

    // Blocks of ceiling(df / j), each of its mean; the last may be shorter.
    private static IEnumerable<double> Averaged(double[] eigenvalues, int blocks) => eigenvalues
        .Chunk((eigenvalues.Length + blocks - 1) / blocks)
        .SelectMany(block => Enumerable.Repeat(block.Average(), block.Length));

    // Least squares through the falling eigenvalues, its slope divided by the penalty; what lies below zero is zero.
    private static IEnumerable<double> OnLine(double[] eigenvalues, double penalty)
    {
        if (eigenvalues.Length == 1)
            return eigenvalues;
        double centre = (eigenvalues.Length - 1) / 2.0, mean = eigenvalues.Average();
        var slope = eigenvalues.Select((each, i) => (i - centre) * (each - mean)).Sum() / eigenvalues.Select((_, i) => (i - centre) * (i - centre)).Sum() / penalty;
        return eigenvalues.Select((_, i) => Math.Max(mean + (slope * (i - centre)), 0));
    }
}
