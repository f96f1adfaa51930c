using Pathwise.Sem.Specification;

namespace Pathwise.Synthesis;

/// <summary>Measures of convergent and discriminant validity as functions of a fitted model.</summary>
internal static class FactorMeasures
{
    /// <summary>Mean squared standardized loading.</summary>
    public static Func<Reading, double> AverageVarianceExtracted(Parameter[] loadings) =>
        r => loadings.Sum(row => Square(Loading(r, row))) / loadings.Length;

    /// <summary>Squared sum of the standardized loadings over itself plus the unexplained variances.</summary>
    public static Func<Reading, double> CompositeReliability(Parameter[] loadings) => r =>
    {
        var common = Square(loadings.Sum(row => Loading(r, row)));
        return common / (common + loadings.Sum(row => 1 - Square(Loading(r, row))));
    };

    /// <summary>Fornell and Larcker (1981): the smaller average variance extracted of a pair less the squared correlation.</summary>
    public static Func<Reading, double> FornellLarckerMargin(SynthesisPlan plan)
    {
        var factors = Factors(plan);
        return r =>
        {
            var least = double.PositiveInfinity;
            for (var i = 0; i < factors.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var extracted = Math.Min(factors[i].Extracted(r), factors[j].Extracted(r));
                    least = Math.Min(least, extracted - Square(r.Solutions[0].Correlation(factors[i].Latent, factors[j].Latent)));
                }
            }

            return least;
        };
    }

    /// <summary>Henseler, Ringle and Sarstedt (2015), with absolute correlations.</summary>
    public static Func<Reading, double> LargestHtmt(SynthesisPlan plan)
    {
        var factors = Factors(plan);
        var p = plan.Items;
        return r =>
        {
            var largest = 0.0;
            for (var i = 0; i < factors.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var between = MeanCorrelation(r.Covariance, p, factors[i].Items, factors[j].Items);
                    var within = MeanCorrelation(r.Covariance, p, factors[i].Items, factors[i].Items)
                        * MeanCorrelation(r.Covariance, p, factors[j].Items, factors[j].Items);
                    largest = Math.Max(largest, between / Math.Sqrt(within));
                }
            }

            return largest;
        };
    }

    /// <summary>Smallest variance of the model, each as a share of the variance of its variable.</summary>
    public static Func<Reading, double> SmallestVarianceShare(ParameterTable table)
    {
        Parameter[] variances = [.. table.Rows.Where(row => row.Operator == Operator.Covariance && row.Lhs == row.Rhs)];
        return r => variances.Min(row => r.Solutions[0].Standardized(Operator.Covariance, row.Lhs, row.Rhs));
    }

    private static double Loading(Reading r, Parameter row) => r.Solutions[0].Standardized(Operator.Loading, row.Lhs, row.Rhs);

    private static (int Latent, int[] Items, Func<Reading, double> Extracted)[] Factors(SynthesisPlan plan)
    {
        var table = plan.Tables[0];
        var names = plan.Names.ToList();
        return
        [
            .. from latent in Enumerable.Range(0, table.LatentVariables.Count)
               let loadings = table.Rows.Where(row => row.Operator == Operator.Loading
                   && row.Lhs == table.LatentVariables[latent] && names.Contains(row.Rhs)).ToArray()
               where loadings.Length > 1
               select (latent, loadings.Select(row => names.IndexOf(row.Rhs)).ToArray(), AverageVarianceExtracted(loadings)),
        ];
    }

    private static double MeanCorrelation(double[] covariance, int p, int[] some, int[] others)
    {
        var (sum, count) = (0.0, 0);
        foreach (var j in some)
        {
            foreach (var k in others.Where(k => k != j))
            {
                sum += Math.Abs(covariance[(j * p) + k]) / Math.Sqrt(covariance[(j * p) + j] * covariance[(k * p) + k]);
                count++;
            }
        }

        return sum / count;
    }

    private static double Square(double x) => x * x;
}
