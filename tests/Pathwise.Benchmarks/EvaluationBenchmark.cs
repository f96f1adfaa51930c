using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Compiled.FourAtOnce;
using Pathwise.Sem.Estimation;

namespace Pathwise.Benchmarks;

/// <summary>One evaluation of the discrepancy with gradient and Hessian: compiled, and on the general path (gradient alone).</summary>
[MemoryDiagnoser]
public unsafe class EvaluationBenchmark
{
    private CovarianceEvaluation compiled = null!;
    private LaneEvaluation lanes = null!;
    private Vector256<double>[] points = null!;
    private Vector256<double>[] gradients = null!;
    private Vector256<double>[] hessians = null!;
    private Objective general = null!;
    private double[] values = null!;
    private double[] gradient = null!;
    private double[] hessian = null!;

    [Params(6, 18, 50, 100)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var fit = BenchmarkModel.Fit(Items, 300);
        var model = CovarianceModelCompiler.TryCompile(fit.Table, out _)!;
        var map = DerivativeMap.Of(model);
        compiled = new CovarianceEvaluation(model, map);
        lanes = new LaneEvaluation(model, map);
        var covariance = fit.Sample[0].Covariance.ToRowMajorArray();
        compiled.TrySetSample(covariance);
        for (var lane = 0; lane < LaneKernels.Count; lane++)
            lanes.SetSample(lane, covariance, 0);
        general = fit.Objective();
        values = [.. fit.Values];
        gradient = new double[compiled.RowOfParameters];
        hessian = new double[values.Length * compiled.RowOfParameters];
        points = new Vector256<double>[lanes.RowOfParameters];
        for (var j = 0; j < values.Length; j++)
            points[j] = Vector256.Create(values[j]);
        (gradients, hessians) = (new Vector256<double>[lanes.RowOfParameters], new Vector256<double>[(values.Length + 1) * lanes.RowOfParameters]);
    }

    [Benchmark]
    public double Discrepancy()
    {
        fixed (double* at = values)
            compiled.TryEvaluate(at);
        return compiled.Discrepancy;
    }

    [Benchmark]
    public double WithGradientAndHessian()
    {
        fixed (double* at = values, g = gradient, h = hessian)
        {
            compiled.TryEvaluate(at);
            compiled.Differentiate(g);
            compiled.Curvature(h, expected: false);
        }

        return compiled.Discrepancy;
    }

    /// <summary>The same for four samples at once.</summary>
    [Benchmark]
    public double OfFourWithGradientAndHessian()
    {
        fixed (Vector256<double>* at = points, g = gradients, h = hessians)
        {
            lanes.Evaluate(at);
            lanes.Differentiate(g, Vector256<double>.Zero);
            lanes.Curvature(h);
        }

        return lanes.Discrepancy.ToScalar();
    }

    [Benchmark]
    public double GeneralGradient() => general.Gradient(values, gradient.AsSpan(0, values.Length));
}
