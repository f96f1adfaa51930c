using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Mediation;

/// <summary>
/// Likelihood-ratio tests that single coefficients of a fit are zero, each made once: the fit against the same model with the coefficient at zero.
/// Differences of robust chi-squares are scaled as <see cref="Comparison"/> does it.
/// </summary>
internal sealed class ZeroCoefficients(FitResult fit)
{
    private const string NoConvergence = "it did not converge";

    private readonly Dictionary<int, (double? ChiSquare, double? PValue, string? Why)> known = [];

    /// <summary>The coefficient as the syntax writes it, such as <c>m ~ x</c>.</summary>
    public static string Name(Parameter row) => $"{row.Lhs} {row.Operator.Text()} {row.Rhs}";

    /// <summary>Why there is no test where the model with a coefficient at zero was not fitted.</summary>
    public static string DidNotConverge(Parameter row) => NoTest(Name(row), NoConvergence);

    /// <summary>Why there is no test where a coefficient's own has none.</summary>
    public static string NoTest(string name, string? why) => $"the model with {name} at 0 has no test: {why}";

    /// <summary>The test of a free coefficient; null, with the reason, where the restricted model was not fitted or the difference is undefined.</summary>
    public (double? ChiSquare, double? PValue, string? Why) Test(Parameter row)
    {
        if (!known.TryGetValue(row.Free, out var found))
            known[row.Free] = found = Once(row);
        return found;
    }

    private (double? ChiSquare, double? PValue, string? Why) Once(Parameter row)
    {
        if (!fit.Method.HasLikelihood && !fit.Method.HasChiSquare)
            return (null, null, $"{fit.Options.Estimator} has no chi-square");
        if (fit.Options.BiasReduction != BiasReduction.None)
            return (null, null, "reduced-bias estimates are not at the maximum of the likelihood");
        if (fit.Options.Ridge != 0)
            return (null, null, "with a ridge the discrepancy is not that of a likelihood");
        var restricted = Restricted(row);
        if (!restricted.HasConverged)
            return (null, null, NoConvergence);
        if (fit.Method.IsRobust)
            return Scaled(fit.Compare(restricted));

        // Nested by construction: the same table with one more constraint.
        var chiSquare = restricted.Test().Value - fit.Test().Value;
        return chiSquare is { } found && fit.Method.HasChiSquare ? (Math.Max(found, 0), ModelTest.PValue(found, 1), null) : (null, null, "the difference is undefined");
    }

    private static (double? ChiSquare, double? PValue, string? Why) Scaled(LikelihoodRatioTest test) =>
        (test.ChiSquare, test.PValue, test.PValue is null ? test.Warning?.Message ?? "the difference is undefined" : null);

    // From the estimates first; they may be the wrong place to begin.
    private FitResult Restricted(Parameter row)
    {
        var table = Table(row);
        double[] start = [.. fit.Values];
        start[row.Free - 1] = 0;
        var near = table.Fit(fit.Sample, fit.Options with { StartingValues = start, RandomStartSeed = null });
        return near.HasConverged ? near : table.Fit(fit.Sample, fit.Options with { StartingValues = null });
    }

    private ParameterTable Table(Parameter row)
    {
        var isZero = new Constraint(Name(row), Operator.EqualTo, "0", new ParameterFunction(new Expression.Name(Name(row)), _ => row.Free - 1), IsFromUser: false);
        return fit.Table.With(isZero);
    }
}
