using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Moments;

/// <summary>
/// The products among a sample's variables, and how they change when their factors are centred elsewhere: the product of (x - c - d) and (w - k - e) is
/// (x - c)(w - k) - e (x - c) - d (w - k) + d e, so that moments of the one give those of the other (own derivation, tested against products computed
/// from cases).
/// </summary>
internal sealed class CentredProducts
{
    private readonly ProductCentre centre;
    private readonly (int Product, int[] Factors, (int Column, int[] Dropped)[] Terms)[] products;
    private readonly int[] factors;

    private CentredProducts(IReadOnlyList<string> names, ProductCentre centre)
    {
        this.centre = centre;
        string[] columns = [.. names.Where(ProductName.IsProduct)];
        products = [.. columns.Select(name => (Array.IndexOf([.. names], name), Factors(names, name), Terms(names, name)))];
        factors = [.. products.SelectMany(each => each.Factors).Distinct()];
    }

    /// <summary>The products of a model's observed variables; null where nothing is centred.</summary>
    /// <exception cref="InputException">A product is to be centred whose factors are not among the variables.</exception>
    public static CentredProducts? Of(ParameterTable table) => table.Options.Center == ProductCentre.None || !table.ObservedVariables.Any(ProductName.IsProduct)
        ? null
        : new CentredProducts(table.ObservedVariables, table.Options.Center);

    /// <summary>The means of each factor over the cases of all groups; zero for other variables.</summary>
    public double[] Centres(IReadOnlyList<SampleMoments> samples)
    {
        var centres = new double[samples[0].Names.Count];
        foreach (var j in factors)
        {
            double[] values = [.. samples.SelectMany(sample => sample.Cases!.Column(j)).Where(double.IsFinite)];
            centres[j] = values.Length == 0 ? 0 : values.Average();
        }

        return centres;
    }

    /// <summary>The samples of all groups with their products computed from centred factors.</summary>
    public IReadOnlyList<SampleMoments> Apply(IReadOnlyList<SampleMoments> samples)
    {
        if (samples.Any(sample => sample.Cases is null))
            throw new InputException("Products are centred case by case (--center), and moments alone are given; expected cases.");
        var centres = Centres(samples);
        Matrix<double>[] cases = [.. samples.Select(sample => Multiplied(sample.Cases!, centres))];
        if (centre == ProductCentre.Twice)
            CentreProducts(cases);
        return [.. samples.Select((sample, g) => SampleMoments.OfCases(sample.Names, cases[g], sample.Divisor, sample.Group).From(sample.Origin))];
    }

    /// <summary>
    /// Turns the moments of every group, p x p covariances and p means, of products centred at some values to those of products centred at the means of all
    /// groups together; <paramref name="counts"/> are the numbers of cases.
    /// </summary>
    public void Recentre(double[] centres, IReadOnlyList<(double[] Covariance, double[] Means)> groups, ReadOnlySpan<int> counts)
    {
        var moves = new double[centres.Length];
        foreach (var j in factors)
            moves[j] = GrandMean(groups, counts, j) - centres[j];
        foreach (var (covariance, means) in groups)
            Recentre(covariance, means, centres, moves);
        if (centre != ProductCentre.Twice)
            return;
        foreach (var (product, _, _) in products)
        {
            var mean = GrandMean(groups, counts, product);
            foreach (var (_, means) in groups)
                means[product] -= mean;
        }
    }

    private static double GrandMean(IReadOnlyList<(double[] Covariance, double[] Means)> groups, ReadOnlySpan<int> counts, int j)
    {
        var (sum, count) = (0.0, 0);
        for (var g = 0; g < groups.Count; g++)
            (sum, count) = (sum + (counts[g] * groups[g].Means[j]), count + counts[g]);
        return sum / count;
    }

    private void Recentre(double[] covariance, double[] means, double[] centres, double[] moves)
    {
        var p = means.Length;
        var transform = Matrix<double>.Build.DenseIdentity(p);
        double[] shifted = [.. means];
        foreach (var (product, _, terms) in products)
        {
            shifted[product] = 0;
            foreach (var (column, dropped) in terms)
            {
                var weight = dropped.Aggregate(1.0, (sum, j) => sum * -moves[j]);
                if (column >= 0)
                    transform[product, column] = weight;
                shifted[product] += weight * (column < 0 ? 1 : Array.Exists(products, each => each.Product == column) ? means[column] : means[column] - centres[column]);
            }
        }

        shifted.CopyTo(means, 0);
        var moved = transform * Matrix<double>.Build.DenseOfRowMajor(p, p, covariance) * transform.Transpose();
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
                covariance[(i * p) + j] = (moved[i, j] + moved[j, i]) / 2;
        }
    }

    private Matrix<double> Multiplied(Matrix<double> cases, double[] centres)
    {
        var result = cases.Clone();
        foreach (var (product, of, _) in products)
        {
            for (var i = 0; i < result.RowCount; i++)
                result[i, product] = of.Aggregate(1.0, (value, j) => value * (cases[i, j] - centres[j]));
        }

        return result;
    }

    private void CentreProducts(Matrix<double>[] cases)
    {
        foreach (var (product, _, _) in products)
        {
            var mean = cases.SelectMany(group => group.Column(product)).Where(double.IsFinite).Average();
            foreach (var group in cases)
                group.SetColumn(product, group.Column(product) - mean);
        }
    }

    private static int[] Factors(IReadOnlyList<string> names, string product) => [.. ProductName.Factors(product).Select(factor => Place(names, product, factor))];

    // Every subset of the factors that is kept, with those that are dropped for what they move by; -1 for the empty one.
    private static (int, int[])[] Terms(IReadOnlyList<string> names, string product)
    {
        var of = ProductName.Factors(product);
        return [.. Enumerable.Range(0, 1 << of.Length).Select(kept => (Column(kept), Factors(names, product).Where((_, j) => (kept >> j & 1) == 0).ToArray()))];

        int Column(int kept)
        {
            string[] left = [.. of.Where((_, j) => (kept >> j & 1) == 1)];
            return left.Length == 0 ? -1 : Place(names, product, ProductName.Of(left));
        }
    }

    private static int Place(IReadOnlyList<string> names, string product, string factor)
    {
        var wanted = ProductName.Factors(factor).Order().ToArray();
        for (var j = 0; j < names.Count; j++)
        {
            if (ProductName.Factors(names[j]).Order().SequenceEqual(wanted))
                return j;
        }

        throw new InputException($"--center: {product} is centred at means in every sample, for which {string.Join(" and ", ProductName.Factors(product))} and their products have to be variables of the model; {factor} is not.");
    }
}
