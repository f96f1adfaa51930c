using Pathwise.Numerics;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>
/// Agreement of two coders beyond chance (Cohen, 1960; weighted: 1968), with the large-sample standard error of Fleiss,
/// Cohen and Everitt (1969). Kappa, its error and interval are null when chance alone makes the coders agree: when both use one category.
/// </summary>
/// <param name="Kappa">(observed - expected) / (1 - expected).</param>
/// <param name="StandardError">Its standard error, not assuming independence.</param>
/// <param name="Interval">Normal-theory interval, cut off at -1 and 1.</param>
/// <param name="Observed">Share of agreement, weighted where weights are asked for.</param>
/// <param name="Expected">Share of agreement that independent coders with the same margins have.</param>
/// <param name="Count">Units that both have coded.</param>
/// <param name="Categories">The categories in use, in order.</param>
[TypeFormatterSource]
public sealed record CohenKappa(
    double? Kappa, double? StandardError, Interval? Interval, double Observed, double Expected, int Count, IReadOnlyList<string> Categories)
{
    /// <summary>The categories in use, in order.</summary>
    public IReadOnlyList<string> Categories { get; init => field = ValueList.Of(value); } = ValueList.Of(Categories);
}

/// <summary>The verb that compares two coders.</summary>
public static class CohenKappaOfTable
{
    /// <summary>
    /// Kappa of two columns of codes; units that one of them left blank are passed over. Weights need an order: numbers are
    /// in theirs, other codes in that of the alphabet unless <paramref name="order"/> lists them. 1 and 1.0 are one code.
    /// </summary>
    /// <exception cref="InputException">No unit was coded by both, or a code is not in the list.</exception>
    public static CohenKappa CohenKappa(
        this DataTable table, string first, string second, KappaWeights weights = KappaWeights.None, IReadOnlyList<string>? order = null, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(table);
        var pairs = table.Texts(first).Zip(table.Texts(second)).Where(pair => pair.First is not null && pair.Second is not null).ToArray();
        ConfidenceLevel.Require(level);
        if (pairs.Length == 0)
            throw new InputException($"No row of {table.Source} has both '{first}' and '{second}'; agreement needs units that both have coded.");
        var categories = order ?? EqualCodes.InOrder(pairs.SelectMany(pair => new[] { pair.First!, pair.Second! }));
        var shares = new double[categories.Count, categories.Count];
        foreach (var (one, other) in pairs)
            shares[Position(categories, one!), Position(categories, other!)] += 1.0 / pairs.Length;
        return Of(shares, Agreement(categories.Count, weights), pairs.Length, categories, level);
    }

    private static int Position(IReadOnlyList<string> categories, string code)
    {
        var key = EqualCodes.Key(code);
        for (var i = 0; i < categories.Count; i++)
        {
            if (EqualCodes.Key(categories[i]).Equals(key))
                return i;
        }

        throw new InputException($"The code '{code}' is not among the categories listed: {string.Join(", ", categories)}.");
    }

    private static double[,] Agreement(int count, KappaWeights weights)
    {
        var agreement = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                var apart = Math.Abs(i - j) / Math.Max(count - 1.0, 1);
                agreement[i, j] = weights switch
                {
                    KappaWeights.None => i == j ? 1 : 0,
                    KappaWeights.Linear => 1 - apart,
                    _ => 1 - (apart * apart),
                };
            }
        }

        return agreement;
    }

    private static CohenKappa Of(double[,] shares, double[,] weights, int n, IReadOnlyList<string> categories, double level)
    {
        var k = categories.Count;
        var rows = Enumerable.Range(0, k).Select(i => Enumerable.Range(0, k).Sum(j => shares[i, j])).ToArray();
        var columns = Enumerable.Range(0, k).Select(j => Enumerable.Range(0, k).Sum(i => shares[i, j])).ToArray();
        var observed = Sum(k, (i, j) => weights[i, j] * shares[i, j]);
        var expected = Sum(k, (i, j) => weights[i, j] * rows[i] * columns[j]);
        if (1 - expected < 1e-12)
            return new CohenKappa(null, null, null, observed, expected, n, categories);
        var kappa = (observed - expected) / (1 - expected);
        var error = StandardError(shares, weights, rows, columns, observed, expected, n);
        var half = NormalDistribution.Quantile((1 + level) / 2) * error;
        return new CohenKappa(kappa, error, new Interval(Math.Max(kappa - half, -1), Math.Min(kappa + half, 1), level), observed, expected, n, categories);
    }

    // Fleiss, Cohen and Everitt (1969), equation 13.
    private static double StandardError(double[,] shares, double[,] weights, double[] rows, double[] columns, double observed, double expected, int n)
    {
        var k = rows.Length;
        var ofRow = Enumerable.Range(0, k).Select(i => Enumerable.Range(0, k).Sum(j => weights[i, j] * columns[j])).ToArray();
        var ofColumn = Enumerable.Range(0, k).Select(j => Enumerable.Range(0, k).Sum(i => weights[i, j] * rows[i])).ToArray();
        var spread = Sum(k, (i, j) => shares[i, j] * Math.Pow((weights[i, j] * (1 - expected)) - ((ofRow[i] + ofColumn[j]) * (1 - observed)), 2));
        var variance = (spread - Math.Pow((observed * expected) - (2 * expected) + observed, 2)) / (n * Math.Pow(1 - expected, 4));
        return Math.Sqrt(Math.Max(variance, 0));
    }

    private static double Sum(int k, Func<int, int, double> term)
    {
        var sum = 0.0;
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
                sum += term(i, j);
        }

        return sum;
    }
}
