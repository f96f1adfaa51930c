using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class PredictedMomentsTests
{
    private static readonly SampleMoments Sample = SampleMoments.OfCovariance(
        ["y", "x"], Matrix<double>.Build.DenseOfArray(new[,] { { 9.0, 2 }, { 2, 4 } }), 50);

    // The slope of y on x is 1/2: predictions have the variances 1 and 4, and the covariance 2.
    [Fact]
    public void Of_OneCause_HasThePredictionsOfItsRegression()
    {
        var predicted = PredictedMoments.Of(ModelSpecification.Parse("y ~ x").Table(), Sample)!;
        Assert.Equal([1, 2, 2, 4], predicted.Covariance.ToRowMajorArray());
        double[] deviation = [7, 3];
        predicted.Project(deviation);
        Assert.Equal([1.5, 3], deviation);
    }

    [Fact]
    public void Of_NoFixedCause_IsNone() => Assert.Null(PredictedMoments.Of(ModelSpecification.Parse("y ~ x").Table(new() { FixedX = false }), Sample));
}
