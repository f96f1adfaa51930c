using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Effects;

public sealed class EffectEvaluatorTests
{
    [Theory]
    [InlineData("x2 ~ x1\nx3 ~ x1 + x2\nx4 ~ x2 + x3\nx5 ~ x1 + x4")]
    [InlineData("x2 ~ x1 + x3\nx3 ~ x2 + x4\nx5 ~ x3")]
    public void Evaluate_AnyCoefficients_HasTheTotalsOfTheInverseAndTheProductsOfThePaths(string syntax)
    {
        var table = Simulated.Table(syntax);
        var catalogue = EffectCatalogueTests.Of(table);
        var (names, m) = (catalogue.Variables.ToList(), catalogue.Variables.Count);
        var (beta, covariance) = Draw(table, names);
        double[] raw = new double[catalogue.Entries.Count], standardized = new double[raw.Length];
        new EffectEvaluator(table, catalogue).Evaluate(1, beta.ToRowMajorArray(), covariance.ToRowMajorArray(), raw, standardized);
        var total = (Matrix<double>.Build.DenseIdentity(m) - beta).Inverse();
        for (var k = 0; k < raw.Length; k++)
        {
            var effect = catalogue.Entries[k].Effect;
            if (effect.Kind >= EffectKind.Contrast)
                continue;
            string[] path = [effect.Cause, .. effect.Via, effect.Outcome];
            int cause = names.IndexOf(effect.Cause), outcome = names.IndexOf(effect.Outcome);
            var expected = effect.Kind switch
            {
                EffectKind.Total => total[outcome, cause],
                EffectKind.TotalIndirect => total[outcome, cause] - beta[outcome, cause],
                _ => path.Zip(path.Skip(1)).Aggregate(1.0, (product, step) => product * beta[names.IndexOf(step.Second), names.IndexOf(step.First)]),
            };
            Assert.Equal(expected, raw[k], 1e-12);
            Assert.Equal(expected * Math.Sqrt(covariance[cause, cause] / covariance[outcome, outcome]), standardized[k], 1e-12);
        }
    }

    [Fact]
    public void Evaluate_NegativeVariance_HasNoStandardizedEffects()
    {
        var table = Simulated.Table("x2 ~ x1");
        var catalogue = EffectCatalogueTests.Of(table);
        var cause = catalogue.Variables.ToList().IndexOf("x1");
        double[] beta = new double[4], raw = new double[2], standardized = new double[2], covariance = [1, 0.2, 0.2, 1];
        beta[((1 - cause) * 2) + cause] = 0.5;
        covariance[cause * 3] = -0.1;
        new EffectEvaluator(table, catalogue).Evaluate(1, beta, covariance, raw, standardized);
        Assert.Equal([0.5, 0.5], raw);
        Assert.All(standardized, value => Assert.True(double.IsNaN(value)));
    }

    private static (Matrix<double> Beta, Matrix<double> Covariance) Draw(ParameterTable table, List<string> names)
    {
        var stream = RandomStream.For(9, 0);
        var m = names.Count;
        var beta = Matrix<double>.Build.Dense(m, m);
        foreach (var row in table.Rows.Where(row => row.Operator == Operator.Regression))
            beta[names.IndexOf(row.Lhs), names.IndexOf(row.Rhs)] = 0.3 * stream.NextNormal();
        var root = Matrix<double>.Build.Dense(m, m, (_, _) => stream.NextNormal());
        return (beta, root * root.Transpose());
    }
}
