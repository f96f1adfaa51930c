using Pathwise.Sem.Syntax;
using Pathwise.Tables;

namespace Pathwise.Sem.Moments;

/// <summary>Columns of a data table by the names of a model's variables; the products among them are computed.</summary>
internal static class ProductColumns
{
    private const double Equal = 1e-12;

    /// <summary>The numbers of a variable; of a product those of its factors multiplied, missing where one of them is.</summary>
    /// <exception cref="InputException">A column is not there, or a product is the square of one column under two names.</exception>
    public static IReadOnlyList<double> Of(DataTable data, string name)
    {
        if (!ProductName.IsProduct(name))
            return data.Numbers(name);
        if (data.Has(name))
            throw new InputException($"{data.Source}: the column {name} has the name of a product that is computed from {string.Join(" and ", ProductName.Factors(name))}; rename it, or leave the column out.");
        string[] names = ProductName.Factors(name);
        IReadOnlyList<double>[] factors = [.. names.Select(data.Numbers)];
        RefuseSquares(data, name, names, factors);
        return [.. Enumerable.Range(0, data.Count).Select(i => factors.Aggregate(1.0, (product, column) => product * column[i]))];
    }

    private static void RefuseSquares(DataTable data, string name, string[] names, IReadOnlyList<double>[] factors)
    {
        for (var j = 0; j < factors.Length; j++)
        {
            for (var k = j + 1; k < factors.Length; k++)
            {
                if (AreOne(factors[j], factors[k]))
                    throw new InputException($"{data.Source}: the columns {names[j]} and {names[k]} hold one variable under two names (their correlation is exactly one), so that {name} would be its square; expected two variables.");
            }
        }
    }

    // Exactly correlated, by Cauchy and Schwarz; a constant column is told later, by its name.
    private static bool AreOne(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        (double First, double Second)[] pairs = [.. one.Zip(other).Where(each => double.IsFinite(each.First) && double.IsFinite(each.Second))];
        if (pairs.Length < 3)
            return false;
        var (first, second) = (pairs.Average(each => each.First), pairs.Average(each => each.Second));
        double xx = 0, yy = 0, xy = 0;
        foreach (var (x, y) in pairs)
        {
            xx += (x - first) * (x - first);
            yy += (y - second) * (y - second);
            xy += (x - first) * (y - second);
        }

        return pairs.Select(each => each.First).Distinct().Count() > 2 && xx > 0 && yy > 0 && xy * xy >= (1 - Equal) * xx * yy;
    }
}
