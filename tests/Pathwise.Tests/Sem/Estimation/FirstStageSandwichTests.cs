using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

/// <summary>The middle of the sandwich and its trace without the matrix of weights, against products with it.</summary>
public sealed class FirstStageSandwichTests
{
    private static readonly FirstStageKind Kind = new(false, Information.Observed);

    [Fact]
    public void Middle_Groups_IsTheProductWithTheWeights()
    {
        var fit = LavaanCase.Read("two_stage_metric").Fit();
        var t = fit.Values.Count;
        var expected = Matrix<double>.Build.Dense(t, t);
        for (var g = 0; g < fit.Sample.Count; g++)
        {
            var (weights, covariance) = Matrices(fit.Sample[g]);
            var slopes = weights * SaturatedGroup.AtSample(fit, g + 1).Derivatives();
            expected += slopes.TransposeThisAndMultiply(covariance * slopes) * fit.Sample[g].Count / fit.CaseCount;
        }

        var own = FirstStageSandwich.Middle(fit.Structure, [.. fit.Values], fit.Sample, Kind);
        for (var k = 0; k < own.Length; k++)
            Oracle.Near(expected[k / t, k % t], own[k], 1e-9);
    }

    [Fact]
    public void Trace_IsThatOfWeightsAndCovariance()
    {
        var sample = LavaanCase.Read("two_stage_path").Fit().Sample[0];
        var (weights, covariance) = Matrices(sample);
        Oracle.Near((weights * covariance).Trace(), FirstStageSandwich.Trace(sample, true, Kind), 1e-10);
        var m = sample.Names.Count * (sample.Names.Count + 1) / 2;
        Oracle.Near((weights.SubMatrix(0, m, 0, m) * covariance.SubMatrix(0, m, 0, m)).Trace(), FirstStageSandwich.Trace(sample, false, Kind), 1e-10);
    }

    [Fact]
    public void InformationAtSample_IsThatOfTheSaturatedModelAlongTheDerivatives()
    {
        var fit = LavaanCase.Read("two_stage_second_order").Fit();
        var derivatives = SaturatedGroup.AtSample(fit, 1).Derivatives();
        var expected = derivatives.TransposeThisAndMultiply(Matrices(fit.Sample[0]).Weights * derivatives).ToRowMajorArray();
        foreach (var (value, own) in expected.Zip(WeightedResiduals.InformationAtSample(fit)))
            Oracle.Near(value, own, 1e-10);
    }

    private static (Matrix<double> Weights, Matrix<double> Covariance) Matrices(SampleMoments sample)
    {
        var covariance = FirstStageCovariance.Of(sample.FirstStage!, Kind)!;
        var m = (int)Math.Sqrt(covariance.Length);
        return (
            Matrix<double>.Build.DenseOfRowMajor(m, m, MomentHessian.Of(sample, sample, MomentVector.Whole(sample.Names))),
            Matrix<double>.Build.DenseOfRowMajor(m, m, covariance));
    }
}
