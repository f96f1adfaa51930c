using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Psychometrics;

/// <summary>The factors of a fitted model, of one of its groups where it has several: their indicators, loadings and covariances, by name.</summary>
internal sealed class FittedFactors
{
    private readonly FitResult fit;
    private readonly IReadOnlyList<Estimate> loadings;
    private readonly Sem.Implied.ImpliedMoments moments;

    /// <summary>The factors of a fit; of one of ordered variables they are factors of responses, which the caller has to say.</summary>
    public FittedFactors(FitResult fit, string? group = null, bool mayBeOfResponses = false)
    {
        if (!mayBeOfResponses)
            OrderedRequirements.Refuse(fit, "Reliability and validity by a fit");
        this.fit = fit;
        var number = GroupNumber(fit, group);
        loadings = [.. fit.Estimates().Where(row => row.Operator == Operator.Loading && row.Group == number)];
        moments = fit.Implied(number);
        Sample = fit.Saturated[number - 1];
        if (loadings.Count == 0)
            throw new InputException("The model has no factor (no row with =~).");
    }

    /// <summary>The moments that the group's model was fitted to.</summary>
    public SampleMoments Sample { get; }

    /// <summary>All factors, in the order of the model.</summary>
    public IReadOnlyList<string> All => loadings.Select(row => row.Lhs).Distinct().ToArray();

    /// <summary>The factors whose indicators are all observed.</summary>
    public IReadOnlyList<string> FirstOrder => All.Where(factor => !IsSecondOrder(factor)).ToArray();

    public bool IsSecondOrder(string factor) => Indicators(factor).Any(indicator => !fit.Table.ObservedVariables.Contains(indicator));

    public IReadOnlyList<string> Indicators(string factor) => Rows(factor).Select(row => row.Rhs).ToArray();

    /// <summary>Standardized loadings; null where a variance is not positive.</summary>
    public double[]? Standardized(string factor)
    {
        var values = Rows(factor).Select(row => row.StdAll ?? double.NaN).ToArray();
        return values.Length > 0 && values.All(double.IsFinite) ? values : null;
    }

    public double[] Raw(string factor) => Rows(factor).Select(row => row.Value).ToArray();

    public double Variance(string factor) => LatentCovariance(factor, factor);

    public double LatentCovariance(string first, string second) =>
        moments.LatentCovariance[(Latent(first) * moments.LatentSize) + Latent(second)];

    /// <summary>The correlation of two factors; null where a variance is not positive.</summary>
    public double? LatentCorrelation(string first, string second)
    {
        var scale = Math.Sqrt(Variance(first) * Variance(second));
        return LatentCovariance(first, second) / scale is var r && double.IsFinite(r) ? r : null;
    }

    /// <summary>The residual variance of a factor that other factors measure or predict.</summary>
    public double Disturbance(string factor) => moments.Psi[(Latent(factor) * moments.LatentSize) + Latent(factor)];

    /// <summary>Sum of the implied covariances of these observed variables.</summary>
    public double ImpliedSum(IReadOnlyList<string> variables) => Sum(variables, (i, j) => moments.Sigma[(i * moments.Size) + j]);

    /// <summary>Sum of the residual covariances of these observed variables.</summary>
    public double ResidualSum(IReadOnlyList<string> variables)
    {
        var theta = moments.Theta.ToArray();
        return Sum(variables, (i, j) => theta[(i * moments.Size) + j]);
    }

    /// <summary>Sum of the implied variances of these observed variables.</summary>
    public double ImpliedVariances(IReadOnlyList<string> variables) =>
        variables.Sum(name => moments.Sigma[(Observed(name) * moments.Size) + Observed(name)]);

    // From 1. A group that is not named can only be the only one.
    private static int GroupNumber(FitResult fit, string? group)
    {
        var labels = fit.Table.GroupLabels;
        if (group is null)
            return labels.Count == 1
                ? 1
                : throw new InputException($"The model has {labels.Count} groups ({string.Join(", ", labels)}); reliability and validity are of one of them, which must be named.");
        return labels.Count > 1 && labels.ToList().IndexOf(group) is >= 0 and var position
            ? position + 1
            : throw new InputException($"Not a group of the model: {group}. It has {(labels.Count > 1 ? $"{string.Join(", ", labels)}" : "no groups")}.");
    }

    private IEnumerable<Estimate> Rows(string factor) => loadings.Where(row => row.Lhs == factor);

    private double Sum(IReadOnlyList<string> variables, Func<int, int, double> cell)
    {
        var positions = variables.Select(Observed).ToArray();
        return positions.Sum(i => positions.Sum(j => cell(i, j)));
    }

    private int Observed(string name) => Position(fit.Table.ObservedVariables, name);

    private int Latent(string name) => Position(fit.Structure.Latents, name);

    private static int Position(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
                return i;
        }

        throw new InputException($"Not in the model: {name}. It has: {string.Join(", ", names)}.");
    }
}
