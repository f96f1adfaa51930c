using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Power;

/// <summary>
/// Draws cases whose variables are functions of normal ones (Vale and Maurelli 1983; cut answers likewise): the normal variables correlate so that the functions have the population's covariances. One worker's.
/// </summary>
internal sealed class ShapedSampler : SampleSource
{
    private const double SkewnessOfSkewed = 2;
    private const double KurtosisOfSkewed = 7;
    private const int MostPoints = 20;
    private const int Seven = 7;
    private const double Width = 5;
    private const double LeastEigenvalue = 1e-4;
    private const double MostMissed = 0.02;

    private readonly int count;
    private readonly NormalSampler normal;
    private readonly HermiteTransform[] transforms;
    private readonly double[] means, deviations, drawn;

    /// <summary>n cases with these means (p) and covariances (p x p), each variable by its own function.</summary>
    /// <exception cref="InputException">Functions of normal variables cannot correlate so.</exception>
    public ShapedSampler(int count, double[] means, double[] covariance, HermiteTransform[] transforms, IReadOnlyList<string> names)
    {
        var p = means.Length;
        (this.count, this.means, this.transforms, drawn) = (count, means, transforms, new double[p]);
        deviations = [.. Enumerable.Range(0, p).Select(j => Math.Sqrt(covariance[(j * p) + j]))];
        normal = new(count, new double[p], Intermediate(covariance, names));
    }

    /// <summary>The functions for a shape that needs no data, for p variables.</summary>
    /// <exception cref="InputException">It needs data.</exception>
    public static HermiteTransform[] Transforms(AnswerShape shape, int p) => [.. Enumerable.Repeat(Common(shape) ?? throw new InputException("Answers are cut to the points that the data have; no data are known here."), p)];

    /// <summary>The functions for a shape, in the order of the sample's variables. Variables of more than twenty values stay normal where answers are cut.</summary>
    /// <exception cref="InputException">Answers are to be cut, and no variable has few values, or there are no cases to see them in.</exception>
    public static HermiteTransform[] Transforms(AnswerShape shape, SampleMoments sample)
    {
        if (shape != AnswerShape.Points)
            return Transforms(shape, sample.Names.Count);
        if (sample.Cases is null)
            throw new InputException("Answers are cut to the points that the data have; that needs cases, not covariances.");
        HermiteTransform[] made = [.. sample.Cases.ToColumnArrays().Select(Cut)];
        return made.Any(each => each != HermiteTransform.Identity) ? made : throw new InputException($"Answers are cut to the points that the data have; every variable has more than {MostPoints} different values.");
    }

    /// <inheritdoc/>
    public override FitStatus? Draw(RandomStream stream, Span<double> covariance, double divisor)
    {
        var cases = new double[count * means.Length];
        var flaw = DrawCases(stream, cases);
        var whole = new CaseResampler(cases, means.Length);
        whole.All(covariance, divisor);
        whole.CopyMeans(drawn);
        return flaw;
    }

    /// <inheritdoc/>
    public override void CopyMeans(Span<double> means) => drawn.CopyTo(means);

    /// <inheritdoc/>
    public override FitStatus? DrawCases(RandomStream stream, Span<double> cases)
    {
        var p = means.Length;
        _ = normal.DrawCases(stream, cases);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < p; j++)
                cases[(i * p) + j] = means[j] + (deviations[j] * transforms[j].Of(cases[(i * p) + j]));
        }

        return SampleFlaw.Of(cases[..(count * p)], p);
    }

    private static HermiteTransform? Common(AnswerShape shape) => shape switch
    {
        AnswerShape.Normal => HermiteTransform.Identity,
        AnswerShape.Skewed => HermiteTransform.Cubic(SkewnessOfSkewed, KurtosisOfSkewed),
        AnswerShape.SevenPoints => HermiteTransform.Steps([.. Enumerable.Range(-3, 6).Select(k => (k + 0.5) * Width / Seven)], [.. Enumerable.Range(1, Seven).Select(k => (double)k)]),
        _ => null,
    };

    private static HermiteTransform Cut(double[] column)
    {
        var values = column.Where(value => !double.IsNaN(value)).GroupBy(value => value).OrderBy(group => group.Key).Select(group => (group.Key, Count: group.Count())).ToList();
        if (values.Count is < 2 or > MostPoints)
            return HermiteTransform.Identity;
        double total = values.Sum(value => value.Count), below = 0;
        List<double> thresholds = [];
        foreach (var (_, times) in values.SkipLast(1))
            thresholds.Add(NormalDistribution.Quantile((below += times) / total));
        return HermiteTransform.Steps(thresholds, [.. values.Select(value => value.Key)]);
    }

    private double[] Intermediate(double[] covariance, IReadOnlyList<string> names)
    {
        var p = means.Length;
        var result = new double[p * p];
        for (var i = 0; i < p; i++)
        {
            result[(i * p) + i] = 1;
            for (var j = 0; j < i; j++)
            {
                result[(i * p) + j] = result[(j * p) + i] = transforms[i].Needed(transforms[j], covariance[(i * p) + j] / (deviations[i] * deviations[j]))
                    ?? throw new InputException($"Answers of this shape cannot correlate as {names[i]} and {names[j]} do in the population.");
            }
        }

        return Cholesky.TryFactor([.. result], p) ? result : Nearest(result, covariance);
    }

    // Eigenvalues that are not positive are raised to a small one and the diagonal made 1 again; the functions' correlations then miss the population's by a little, which is refused beyond 0.02.
    private double[] Nearest(double[] matrix, double[] covariance)
    {
        var (p, eigen) = (means.Length, SymmetricEigen.Of(matrix, means.Length));
        var result = new double[p * p];
        for (var k = 0; k < p; k++)
        {
            for (var i = 0; i < p; i++)
            {
                for (var j = 0; j < p; j++)
                    result[(i * p) + j] += Math.Max(eigen.Values[k], LeastEigenvalue) * eigen.Vectors[(k * p) + i] * eigen.Vectors[(k * p) + j];
            }
        }

        double[] roots = [.. Enumerable.Range(0, p).Select(i => Math.Sqrt(result[(i * p) + i]))];
        var worst = 0.0;
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
                result[(i * p) + j] /= roots[i] * roots[j];
            for (var j = 0; j < i; j++)
                worst = Math.Max(worst, Math.Abs(transforms[i].Correlation(transforms[j], result[(i * p) + j]) - (covariance[(i * p) + j] / (deviations[i] * deviations[j]))));
        }

        return worst <= MostMissed ? result : throw new InputException(FormattableString.Invariant($"Answers of this shape cannot have the population's correlations: one of them would be missed by {worst:0.000}."));
    }
}
