using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Compiled;

public sealed class LatentUnitsTests
{
    [Fact]
    public void ToModel_OfToWorking_IsWhereItBegan()
    {
        var (values, units, factors) = Study();
        var moved = (double[])values.Clone();
        units.ToWorking(moved, factors);
        Assert.NotEqual(values, moved);
        Assert.True(units.ToModel(moved, factors));
        Assert.All(values.Zip(moved), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * (1 + Math.Abs(pair.First))));
    }

    [Fact]
    public void ToModel_AnyPointOfTheWorkingModel_ImpliesTheSameCovariances()
    {
        // The working model's matrices are multiplied out here; those of the model come from its table.
        var (values, units, factors) = Study();
        units.ToWorking(values, factors);
        for (var j = 0; j < values.Length; j++)
            values[j] *= 1 + (0.05 * Math.Sin(j));
        var expected = Implied(units.Working, values);
        Assert.True(units.ToModel(values, factors));
        var actual = TracingRule.Covariance(units.Working.Table, values, 18);
        Assert.All(expected.ToRowMajorArray().Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    [Fact]
    public void ToModel_LoadingThatVanished_HasNoFiniteEstimates()
    {
        var (values, units, factors) = Study();
        units.ToWorking(values, factors);
        var freed = Enumerable.Range(0, values.Length).First(j => units.Working.Free[j] != CompiledRefit.Compile(BootstrappingTests.StudyFit())!.Free[j]);
        values[freed] = -0.2;
        Assert.False(units.ToModel(values, factors));
    }

    private static (double[] Values, LatentUnits Units, double[] Factors) Study()
    {
        var fit = BootstrappingTests.StudyFit();
        var model = CompiledRefit.Compile(fit)!;
        return ([.. fit.Values], CompiledRefit.Units(fit, model), new double[model.StructuralCount]);
    }

    private static Matrix<double> Implied(CovarianceModel model, double[] values)
    {
        var (p, m) = (model.ObservedCount, model.StructuralCount);
        Matrix<double>[] matrices = [Matrix<double>.Build.Dense(p, m), Matrix<double>.Build.Dense(m, m), Matrix<double>.Build.Dense(m, m), Matrix<double>.Build.Dense(p, p)];
        foreach (var (cell, value) in model.Free.Zip(values).Concat(model.Fixed))
        {
            matrices[Place(cell.Matrix)][cell.Row, cell.Column] = value;
            if (cell.Matrix is CompiledMatrix.Psi or CompiledMatrix.Theta)
                matrices[Place(cell.Matrix)][cell.Column, cell.Row] = value;
        }

        var paths = matrices[0] * (Matrix<double>.Build.DenseIdentity(m) - matrices[1]).Inverse();
        return (paths * matrices[2] * paths.Transpose()) + matrices[3];
    }

    private static int Place(CompiledMatrix matrix) => matrix switch { CompiledMatrix.Lambda => 0, CompiledMatrix.Beta => 1, CompiledMatrix.Psi => 2, _ => 3 };
}
