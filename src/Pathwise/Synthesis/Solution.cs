using Pathwise.Sem.Compiled;
using Pathwise.Sem.Specification;

namespace Pathwise.Synthesis;

/// <summary>A model's standardized view at given parameter values: correlations of its variables, loadings, paths, total effects.</summary>
internal sealed class Solution
{
    private readonly CovarianceModel model;
    private readonly int m;

    public Solution(CovarianceModel model)
    {
        this.model = model;
        m = model.StructuralCount;
        Structure = new ImpliedStructure(model);
    }

    public ImpliedStructure Structure { get; }

    /// <summary>Takes up parameter values; false when they have no solution.</summary>
    public bool Take(ReadOnlySpan<double> values) => Structure.Take(values);

    public double Correlation(int i, int j) =>
        Structure.Covariance[(i * m) + j] / Math.Sqrt(Variance(i) * Variance(j));

    /// <summary>Standardized total effect of one structural variable on another; NaN when a variance is not positive.</summary>
    public double Total(int from, int to) => Structure.Inverse[(to * m) + from] * Math.Sqrt(Variance(from) / Variance(to));

    /// <summary>Standardized value of the model's row (left, operator, right).</summary>
    public double Standardized(Operator relation, string left, string right)
    {
        int l = model.IndexOfStructural(left), r = model.IndexOfStructural(right), y = Observed(right);
        return relation switch
        {
            Operator.Loading when r < 0 => Structure.Lambda[(y * m) + l] * Math.Sqrt(Variance(l) / ObservedVariance(y)),
            Operator.Loading => Structure.Beta[(r * m) + l] * Math.Sqrt(Variance(l) / Variance(r)),
            Operator.Regression => Structure.Beta[(l * m) + r] * Math.Sqrt(Variance(r) / Variance(l)),
            Operator.Covariance when l >= 0 => Structure.Psi[(l * m) + r] / Scale(left == right, Variance(l), Structure.Psi[(l * m) + l], Structure.Psi[(r * m) + r]),
            Operator.Covariance => ResidualCovariance(Observed(left), y),
            _ => double.NaN,
        };
    }

    private double ResidualCovariance(int x, int y)
    {
        var theta = Structure.Theta;
        var p = Structure.ObservedCount;
        return theta[(x * p) + y] / Scale(x == y, ObservedVariance(x), theta[(x * p) + x], theta[(y * p) + y]);
    }

    // A residual variance is a share of its variable's variance, a residual covariance a correlation of residuals.
    private static double Scale(bool isVariance, double variance, double one, double other) =>
        isVariance ? variance : Math.Sqrt(one * other);

    private double Variance(int i) => Structure.Covariance[(i * m) + i];

    private double ObservedVariance(int y)
    {
        var sum = Structure.Theta[(y * Structure.ObservedCount) + y];
        for (var k = 0; k < m; k++)
        {
            if (Structure.Lambda[(y * m) + k] == 0)
                continue;
            for (var l = 0; l < m; l++)
                sum += Structure.Lambda[(y * m) + k] * Structure.Covariance[(k * m) + l] * Structure.Lambda[(y * m) + l];
        }

        return sum;
    }

    private int Observed(string name)
    {
        for (var i = 0; i < model.ObservedCount; i++)
        {
            if (model.Observed[i] == name)
                return i;
        }

        return -1;
    }
}
