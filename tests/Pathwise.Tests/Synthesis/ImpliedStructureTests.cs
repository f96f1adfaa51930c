using Pathwise.Numerics;
using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class ImpliedStructureTests
{
    [Fact]
    public void Implied_AtTheFittersOptimum_HasTheSameChiSquare()
    {
        // Two ways to one number: the discrepancy of the implied covariance here, and the fit's.
        var plan = StudyAnswers.Plan();
        var reading = new Reading(plan);
        Assert.True(reading.Fit(StudyAnswers.Sheet(plan), null));
        var p = plan.Items;
        var sigma = new double[p * p];
        var structure = new ImpliedStructure(plan.Models[0]);
        Assert.Equal((p, 6), (structure.ObservedCount, structure.StructuralCount));
        Assert.True(structure.Implied(reading.Thetas[0], sigma));
        Assert.Equal(reading.ChiSquare(0), plan.Targets.Multiplier * Discrepancy(sigma, reading.Covariance, p), 1e-6);
    }

    [Fact]
    public void Inverse_OfTheStructure_TimesOneLessBeta_IsTheIdentity()
    {
        var plan = StudyAnswers.Plan();
        var reading = new Reading(plan);
        Assert.True(reading.Fit(StudyAnswers.Sheet(plan), null));
        var structure = new ImpliedStructure(plan.Models[0]);
        Assert.True(structure.Take(reading.Thetas[0]));
        var m = structure.StructuralCount;
        double[] oneLessBeta = [.. structure.Beta.Select((b, i) => (i % (m + 1) == 0 ? 1 : 0) - b)], product = new double[m * m];
        FlatMatrix.Multiply(oneLessBeta, structure.Inverse, product, m, m, m);
        Oracle.Near(Enumerable.Range(0, m * m).Select(i => i % (m + 1) == 0 ? 1.0 : 0).ToArray(), product, 1e-12);
    }

    // tr(S Sigma^-1) - log|S Sigma^-1| - p
    private static double Discrepancy(double[] sigma, double[] sample, int p)
    {
        double[] inverse = new double[p * p], scratch = new double[p * p], factor = (double[])sigma.Clone(), of = (double[])sample.Clone();
        Assert.True(Cholesky.TryFactor(factor, p) && Cholesky.TryFactor(of, p));
        Cholesky.Invert(factor, p, inverse, scratch);
        return VectorKernels.Dot(inverse, sample) - p + Cholesky.LogDeterminant(factor, p) - Cholesky.LogDeterminant(of, p);
    }
}
