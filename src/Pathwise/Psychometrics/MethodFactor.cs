using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>What a factor of method adds to a model of substance, or takes its place.</summary>
[TypeFormatterSource]
public sealed record MethodFactorTest(
    FitResult Substance, FitResult Method, LikelihoodRatioTest? Difference, double? MethodVariance);

/// <summary>Confirmatory tests of common method variance.</summary>
public static class MethodFactor
{
    private const string Name = "method.factor";

    /// <summary>
    /// All items on a single factor against the measurement model that holds it as a special case. A single factor that fits
    /// much worse speaks against one source of all answers. The method variance is the mean squared standardized loading.
    /// </summary>
    public static MethodFactorTest SingleMethodFactor(this ModelSpecification measurement, DataTable data, EstimationOptions? options = null)
    {
        var substance = Fit(measurement, data, options);
        var single = Fit(ModelSpecification.Parse($"{Name} =~ {string.Join(" + ", Items(substance))}"), data, options);
        return Test(substance, single);
    }

    /// <summary>
    /// Unmeasured latent method construct (Podsakoff et al. 2003): one more factor, uncorrelated with the others, on which every item
    /// has the same raw loading. The method variance is the mean share of the items' variance that falls to it.
    /// </summary>
    public static MethodFactorTest UnmeasuredMethodConstruct(this ModelSpecification measurement, DataTable data, EstimationOptions? options = null)
    {
        var substance = Fit(measurement, data, options);
        // Loadings of one and a free variance are the same model as equal loadings and a variance of one.
        var loadings = string.Join(" + ", Items(substance).Select(item => "1*" + item));
        var apart = string.Concat(substance.Table.LatentVariables.Select(factor => $"{Name} ~~ 0*{factor}\n"));
        var method = Fit(ModelSpecification.Parse($"{measurement.Text}\n{Name} =~ {loadings}\n{apart}"), data, options);
        return Test(substance, method);
    }

    private static FitResult Fit(ModelSpecification model, DataTable data, EstimationOptions? options) =>
        model.Fit(data, options);

    private static IReadOnlyList<string> Items(FitResult fit) => fit.Table.ObservedVariables;

    private static MethodFactorTest Test(FitResult substance, FitResult method)
    {
        var loadings = method.Estimates().Where(row => row.Operator == Operator.Loading && row.Lhs == Name).Select(row => row.StdAll).ToArray();
        return new MethodFactorTest(
            substance,
            method,
            substance.HasConverged && method.HasConverged ? substance.Compare(method) : null,
            loadings.All(loading => loading is not null) ? loadings.Average(loading => loading * loading) : null);
    }
}
