using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Compiled;

public sealed unsafe class CovarianceEvaluationTests
{
    /// <summary>Syntax, number of variables.</summary>
    public static TheoryData<string, int> Models => new()
    {
        { Simulated.StudyLike, 18 },
        { "f =~ x1 + x2 + x3\ng =~ x4 + x5 + x6\ng ~ f\nx1 ~~ x4\nx2 ~~ x3", 6 },
        { "f =~ x1 + x2 + x3\nx4 ~ f + x5\nx6 ~ x4 + f", 6 },
        { "x1 ~ x2 + x3\nx4 ~ x1 + x2\nx1 ~~ 0.1*x4", 4 },
        { "f =~ x1 + x2 + x3\nx4 ~ x5 + f\nx5 ~ 0.2*x4 + x6\nf ~ x6", 6 },
        { "f =~ NA*x1 + x2 + x3 + x4\nf ~~ 1*f\nx1 ~~ x2", 4 },
        { "f =~ x1 + x2 + x3\nh =~ x4 + x5 + x6\nt =~ f + h\nx3 ~~ h", 6 },
    };

    // A recursive model has determinant one whatever its slopes, and in whatever order its variables stand.
    [Theory]
    [InlineData("x3 ~ x2\nx2 ~ x1")]
    [InlineData("x2 ~ x1\nx3 ~ x2")]
    public void Place_HugeSlopesWithoutALoop_AreNoSingularity(string syntax)
    {
        var model = CovarianceModelCompiler.Compile(Simulated.Table(syntax, new() { FixedX = false }), 1, MeanTreatment.None);
        var evaluation = new CovarianceEvaluation(model, DerivativeMap.Of(model));
        double[] values = [.. model.Free.Select(cell => cell.Matrix == CompiledMatrix.Beta ? 1e8 : 1)];
        fixed (double* at = values)
            evaluation.Place(new double[9], at);
        var inverse = Enumerable.Range(0, 9).Select(e => evaluation.Inverse[(e / 3 * evaluation.RowOfStructural) + (e % 3)]);
        Assert.Equal([0, 0, 0, 1, 1, 1, 1e8, 1e8, 1e16], inverse.Order());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Curvature_AtAnArbitraryPoint_IsTheDerivativeOfTheGradient(string syntax, int columns) =>
        WithEvaluation(syntax, columns, (evaluation, values, order, t) =>
        {
            int row = evaluation.RowOfParameters;
            var hessian = new double[t * row];
            Derivatives(evaluation, values, t, hessian, expected: false);
            for (var j = 0; j < t; j++)
            {
                var step = 1e-5;
                var above = Derivatives(evaluation, Moved(values, order, j, step), t);
                var below = Derivatives(evaluation, Moved(values, order, j, -step), t);
                for (var i = 0; i <= j; i++)
                    AssertRelative((above[i] - below[i]) / (2 * step), hessian[(i * row) + j], 1e-6);
            }
        });

    [Theory]
    [MemberData(nameof(Models))]
    public void Gradient_AtAnArbitraryPoint_IsTheDerivativeOfTheDiscrepancy(string syntax, int columns) =>
        WithEvaluation(syntax, columns, (evaluation, values, order, t) =>
        {
            var gradient = Derivatives(evaluation, values, t);
            for (var j = 0; j < t; j++)
                AssertRelative((F(evaluation, Moved(values, order, j, 1e-5)) - F(evaluation, Moved(values, order, j, -1e-5))) / 2e-5, gradient[j], 1e-7);
        });

    [Theory]
    [MemberData(nameof(Models))]
    public void Curvature_WhenTheModelFitsExactly_IsItsExpectation(string syntax, int columns)
    {
        // At S = Sigma the residual vanishes, and with it what sets the Hessian apart from the information.
        WithEvaluation(syntax, columns, (evaluation, values, order, t) =>
        {
            int row = evaluation.RowOfParameters;
            double[] observed = new double[t * row], expected = new double[t * row];
            Assert.True(evaluation.TrySetSample(ImpliedCovariance(syntax, columns, values)));
            Derivatives(evaluation, values, t, observed, expected: false);
            Derivatives(evaluation, values, t, expected, expected: true);
            for (var i = 0; i < t; i++)
            {
                for (var j = i; j < t; j++)
                    AssertRelative(expected[(i * row) + j], observed[(i * row) + j], 1e-8);
            }
        });
    }

    private static void WithEvaluation(string syntax, int columns, Action<CovarianceEvaluation, double[], int[], int> check)
    {
        var model = CovarianceModelCompiler.TryCompile(Simulated.Table(syntax, new ModelOptions { FixedX = false }), out _)!;
        var map = DerivativeMap.Of(model);
        var evaluation = new CovarianceEvaluation(model, map);
        var covariance = Covariance(columns);
        Assert.True(evaluation.TrySetSample(covariance));
        check(evaluation, Point(model, covariance), map.Order, model.FreeCount);
    }

    internal static double[] Covariance(int columns) =>
        Simulated.Covariance(columns == 18 ? Simulated.StudyCases(92, 3) : Simulated.Blocks(60, columns, 3, 3), columns);

    internal static double[] Point(CovarianceModel model, double[] covariance, int which = 0)
    {
        var values = new double[model.FreeCount];
        CompiledStart.Write(model, covariance, values);
        var stream = RandomStream.For(5, which);
        for (var j = 0; j < values.Length; j++)
            values[j] += 0.1 * (stream.NextUniform() - 0.3);
        return values;
    }

    /// <summary>Sigma by the definition, in plain loops over the parameter table.</summary>
    private static double[] ImpliedCovariance(string syntax, int columns, double[] values)
    {
        var table = Simulated.Table(syntax, new ModelOptions { FixedX = false });
        return TracingRule.Covariance(table, values, columns);
    }

    private static double F(CovarianceEvaluation evaluation, double[] values)
    {
        fixed (double* at = values)
            Assert.True(evaluation.TryEvaluate(at));
        return evaluation.Discrepancy;
    }

    private static double[] Derivatives(CovarianceEvaluation evaluation, double[] values, int t, double[]? curvature = null, bool expected = false)
    {
        var gradient = new double[t];
        fixed (double* at = values, g = gradient, h = curvature ?? new double[evaluation.RowOfParameters * t])
        {
            Assert.True(evaluation.TryEvaluate(at));
            evaluation.Differentiate(g);
            evaluation.Curvature(h, expected);
        }

        return gradient;
    }

    private static double[] Moved(double[] values, int[] order, int j, double by)
    {
        var moved = (double[])values.Clone();
        moved[order[j]] += by;
        return moved;
    }

    private static void AssertRelative(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * (1 + Math.Abs(expected)), $"{actual:R} for {expected:R}");
}
