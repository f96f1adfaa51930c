using BenchmarkDotNet.Attributes;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Benchmarks;

/// <summary>One evaluation of the discrepancy with gradient and Hessian: compiled, and on the general path (gradient alone).</summary>
[MemoryDiagnoser]
public unsafe class EvaluationBenchmark
{
    private CovarianceEvaluation compiled = null!;
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
        compiled = new CovarianceEvaluation(model, DerivativeMap.Of(model));
        compiled.TrySetSample(fit.Sample[0].Covariance.ToRowMajorArray());
        general = fit.Objective();
        values = [.. fit.Values];
        gradient = new double[compiled.RowOfParameters];
        hessian = new double[values.Length * compiled.RowOfParameters];
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

    [Benchmark]
    public double GeneralGradient() => general.Gradient(values, gradient.AsSpan(0, values.Length));
}
