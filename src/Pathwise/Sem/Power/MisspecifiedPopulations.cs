using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Power;

/// <summary>
/// Populations near a fitted model, from its own estimates. Items keep their variances whatever they load on, and their residuals give way, as in McNeish and Wolf's (2023) standardized populations. A direct path
/// comes on top of all others: its size is in standard deviations of the fitted model, and what it acts upon varies more.
/// </summary>
internal sealed class MisspecifiedPopulations
{
    private const double ResidualCorrelation = 0.3;
    private const double MostOfAllowed = 0.95;
    private const double LeastVariance = 1e-6;
    private const int MostPaths = 4;

    private static readonly double[] Paths = [0.1, 0.3, 0.5];

    private readonly ModelStructure structure;
    private readonly ImpliedMoments moments;
    private readonly int p, m;
    private readonly List<Loading> loadings = [];

    /// <summary>Near a fit.</summary>
    public MisspecifiedPopulations(FitResult fit)
        : this(fit.Structure, fit.Implied(1))
    {
    }

    /// <summary>Near the implied moments of a model of one group.</summary>
    public MisspecifiedPopulations(ModelStructure structure, ImpliedMoments moments)
    {
        (this.structure, this.moments) = (structure, moments);
        (p, m) = (moments.Size, moments.LatentSize);
        for (var j = 0; j < m; j++)
        {
            int[] items = [.. Enumerable.Range(0, p).Where(i => moments.Lambda[(i * m) + j] != 0 && structure.Observed[i] != structure.Latents[j])];
            loadings.AddRange(items.Select(i => new Loading(i, j, moments.Lambda[(i * m) + j] * Deviation(j) / Math.Sqrt(moments.Sigma[(i * p) + i]), items.Length)));
        }
    }

    /// <summary>The words for kinds, with what stands for a level.</summary>
    public static string Words => "cross-loadings:LEVEL, residual-correlations:LEVEL, disturbance-correlations:LEVEL or direct-path:LEVEL";

    /// <summary>A kind and a level in words; null where the text is not that.</summary>
    public static (MisspecificationKind Kind, int Level)? Parse(string text)
    {
        var parts = text.Split(':');
        MisspecificationKind? kind = parts[0] switch
        {
            "cross-loadings" => MisspecificationKind.CrossLoading,
            "residual-correlations" => MisspecificationKind.ResidualCorrelation,
            "disturbance-correlations" => MisspecificationKind.DisturbanceCorrelation,
            "direct-path" => MisspecificationKind.OmittedPath,
            _ => null,
        };
        return kind is { } known && parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level > 0 ? (known, level) : null;
    }

    /// <summary>The population of a kind and a level in words.</summary>
    /// <exception cref="InputException">The model has none of it.</exception>
    public MisspecifiedPopulation Named(string text)
    {
        var all = All();
        return Parse(text) is var (kind, level) && all.Where(each => each.Misspecification.Kind == kind).ElementAtOrDefault(level - 1) is { } found
            ? found
            : throw new InputException($"This model cannot leave out {text}. It has {string.Join(", ", all.Skip(1).GroupBy(each => each.Misspecification.Kind).Select(group => $"{group.Count()} of {group.Key.Text()}"))}.");
    }

    /// <summary>The model itself, then levels of each kind that it can have, in their order.</summary>
    public IReadOnlyList<MisspecifiedPopulation> All() =>
    [
        new(new(MisspecificationKind.None, 0, ""), [.. moments.Sigma]),
        .. loadings.Select(each => each.Factor).Distinct().Count() > 1 ? CrossLoadings() : ResidualCorrelations(),
        .. DisturbanceCorrelations.Of(structure, moments),
        .. OmittedPaths(),
    ];

    // The weakest item of each factor loads, too, on the factor of the highest coefficient H that it has not been paired with; one more at each level, one less than there are factors.
    private IEnumerable<MisspecifiedPopulation> CrossLoadings()
    {
        int[] factors = [.. loadings.Select(each => each.Factor).Distinct()];
        var alone = loadings.GroupBy(each => each.Item).Where(group => group.Count() == 1 && !HasResidualCovariance(group.Key)).Select(group => group.Single());
        var weakest = alone.GroupBy(each => each.Factor).Select(group => group.MinBy(each => Math.Abs(each.Standardized))!)
            .OrderBy(each => each.OfFactor > 2 ? 0 : 1).ThenBy(each => Math.Abs(each.Standardized)).Take(factors.Length - 1).OrderBy(each => Math.Abs(each.Standardized));
        var (paired, added, words) = (new HashSet<(int, int)>(), new double[p * m], new List<string>());
        foreach (var item in weakest)
        {
            int[] free = [.. factors.Where(other => other != item.Factor && !paired.Contains((Math.Min(other, item.Factor), Math.Max(other, item.Factor))))];
            if (free.Length == 0)
                continue;
            var other = free.MaxBy(CoefficientH);
            _ = paired.Add((Math.Min(other, item.Factor), Math.Max(other, item.Factor)));
            var size = CrossLoading(Math.Abs(item.Standardized), Correlation(item.Factor, other));
            if (!(size > 0))
                continue;
            added[(item.Item * m) + other] = size * Math.Sqrt(moments.Sigma[(item.Item * p) + item.Item]) / Deviation(other);
            words.Add(string.Create(CultureInfo.InvariantCulture, $"{structure.Latents[other]} =~ {size:0.###}*{structure.Observed[item.Item]}"));
            if (WithLoadings(added) is { } covariance)
                yield return new(new(MisspecificationKind.CrossLoading, words.Count, string.Join("; ", words)), covariance);
        }
    }

    // As dynamic's cfaHB: not more than the item's own loading, nor than 95 % of what leaves its residual a variance.
    private static double CrossLoading(double own, double correlation) =>
        Math.Min(own, MostOfAllowed * (Math.Sqrt((own * own * correlation * correlation) + 1 - (own * own)) - (own * correlation)));

    private double CoefficientH(int factor)
    {
        var sum = loadings.Where(each => each.Factor == factor).Sum(each => each.Standardized * each.Standardized / (1 - (each.Standardized * each.Standardized)));
        return sum / (1 + sum);
    }

    // Pairs of the weakest items: a third, two thirds and all of the pairs that there are.
    private IEnumerable<MisspecifiedPopulation> ResidualCorrelations()
    {
        int[] items = [.. loadings.Where(each => !HasResidualCovariance(each.Item)).OrderBy(each => Math.Abs(each.Standardized)).Select(each => each.Item)];
        var pairs = items.Length == 4 ? 1 : items.Length / 2;
        int[] levels = items.Length < 4 ? [] : items.Length == 4 ? [1] : items.Length == 5 ? [1, 2] : [pairs / 3, 2 * pairs / 3, pairs];
        foreach (var (level, count) in levels.Index())
        {
            var (covariance, words) = ((double[])[.. moments.Sigma], new List<string>());
            for (var k = 0; k < count; k++)
            {
                var (i, j) = (items[2 * k], items[(2 * k) + 1]);
                var add = ResidualCorrelation * Math.Sqrt(moments.Theta[(i * p) + i] * moments.Theta[(j * p) + j]);
                covariance[(i * p) + j] = covariance[(j * p) + i] += add;
                words.Add($"{structure.Observed[i]} ~~ {ResidualCorrelation.ToString(CultureInfo.InvariantCulture)}*{structure.Observed[j]}");
            }

            yield return new(new(MisspecificationKind.ResidualCorrelation, level + 1, string.Join("; ", words)), covariance);
        }
    }

    // A path from each structural variable to one that it acts on by others alone.
    private IEnumerable<MisspecifiedPopulation> OmittedPaths()
    {
        var omitted = from y in Enumerable.Range(0, m)
                      from x in Enumerable.Range(0, m)
                      where x != y && IsRegressed(y) && moments.Total[(y * m) + x] != 0 && moments.Beta[(y * m) + x] == 0 && moments.Total[(x * m) + y] == 0
                      select (X: x, Y: y);
        foreach (var (x, y) in omitted.Take(MostPaths))
        {
            foreach (var (level, size) in Paths.Index())
                yield return new(new(MisspecificationKind.OmittedPath, level + 1, string.Create(CultureInfo.InvariantCulture, $"{structure.Latents[y]} ~ {size:0.0}*{structure.Latents[x]}")), WithPath(x, y, size));
        }
    }

    // A factor of second order acts on its factors, too, and yet loads on them: structural is what no factor of a factor model is regressed on alone.
    private bool IsRegressed(int y) => structure.Table.Rows.Any(row => row.Operator == Specification.Operator.Regression && row.Lhs == structure.Latents[y]);

    private double[]? WithLoadings(double[] added)
    {
        var result = Shifted(added);
        for (var i = 0; i < p; i++)
        {
            if (result[(i * p) + i] - moments.Sigma[(i * p) + i] > moments.Theta[(i * p) + i] - LeastVariance)
                return null;
            result[(i * p) + i] = moments.Sigma[(i * p) + i];
        }

        return result;
    }

    // With d on the path, whatever follows y moves by its total effect on it times d x.
    private double[] WithPath(int x, int y, double standardized)
    {
        var (d, shift) = (standardized * Deviation(y) / Deviation(x), new double[p * m]);
        for (var i = 0; i < p; i++)
            shift[(i * m) + x] = d * moments.TotalLoadings[(i * m) + y];
        return Shifted(shift);
    }

    // Covariances of x + A eta.
    private double[] Shifted(double[] a)
    {
        double[] across = new double[p * p], within = new double[p * m], both = new double[p * p], result = [.. moments.Sigma];
        Numerics.FlatMatrix.MultiplyTransposed(a, moments.LatentToObserved, across, p, m, p);
        Numerics.FlatMatrix.Multiply(a, moments.LatentCovariance, within, p, m, m);
        Numerics.FlatMatrix.MultiplyTransposed(within, a, both, p, m, p);
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
                result[(i * p) + j] += across[(i * p) + j] + across[(j * p) + i] + both[(i * p) + j];
        }

        return result;
    }

    private bool HasResidualCovariance(int item) => Enumerable.Range(0, p).Any(other => other != item && moments.Theta[(item * p) + other] != 0);

    private double Deviation(int factor) => Math.Sqrt(moments.LatentCovariance[(factor * m) + factor]);

    private double Correlation(int one, int other) => moments.LatentCovariance[(one * m) + other] / (Deviation(one) * Deviation(other));

    /// <summary>A standardized loading of an item on a factor that has so many.</summary>
    private sealed record Loading(int Item, int Factor, double Standardized, int OfFactor);
}
