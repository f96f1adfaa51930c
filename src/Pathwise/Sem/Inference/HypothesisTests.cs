using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>Tests of restrictions without refitting.</summary>
public static class HypothesisTests
{
    /// <summary>
    /// Wald's test (1943) that functions of the free parameters, such as those of <see cref="ParameterTable.Constraints"/> or
    /// <see cref="ParameterTable.Definitions"/>, are all zero; null value where the estimates have no covariance matrix.
    /// </summary>
    public static ChiSquareTest WaldTest(this FitResult fit, IReadOnlyList<ParameterFunction> functions)
    {
        if (ParameterCovariance.Of(fit) is not { } covariance || functions.Count == 0)
            return new(null, functions.Count, null);
        var free = fit.Values.ToArray();
        var gradients = Matrix<double>.Build.Dense(functions.Count, free.Length);
        var values = Vector<double>.Build.Dense(functions.Count);
        for (var k = 0; k < functions.Count; k++)
        {
            var gradient = new double[free.Length];
            values[k] = functions[k].Gradient(free, gradient);
            gradients.SetRow(k, gradient);
        }

        var value = values * (gradients * covariance * gradients.Transpose()).Solve(values);
        return double.IsFinite(value) ? new(value, functions.Count, ModelTest.PValue(value, functions.Count)) : new(null, functions.Count, null);
    }

    /// <summary>
    /// The score (Lagrange multiplier) test of the model's equality constraints, all at once: what lifting them would gain (Rao 1948;
    /// Silvey 1959). Its degrees of freedom are the independent constraints; p is null where weights are not those of a chi-square (DWLS, ULS and their robust forms).
    /// </summary>
    public static ChiSquareTest ScoreTest(this FitResult fit) => EqualityScores.Joint(fit).Test;

    /// <summary>The same test with the covariance that a robust estimator gives its estimates (Boos 1992; Satorra 2000); null of other estimators.</summary>
    public static ChiSquareTest? RobustScoreTest(this FitResult fit) => EqualityScores.Joint(fit).Robust;

    /// <summary>The score test of each equality constraint alone, in the table's order, the others kept.</summary>
    public static IReadOnlyList<ConstraintTest> ScoreTests(this FitResult fit) => EqualityScores.Each(fit);
}
