using BenchmarkDotNet.Attributes;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;

namespace Pathwise.Benchmarks;

/// <summary>One fit of a resample from the sample's estimates, on both paths.</summary>
[MemoryDiagnoser]
public class FitBenchmark
{
    private readonly RandomStream stream = RandomStream.For(1, 0);
    private FitResult fit = null!;
    private CovarianceFitter fitter = null!;
    private CaseResampler resampler = null!;
    private CompiledRefit worker = null!;
    private EffectCatalogue catalogue = null!;
    private double[] covariance = null!;
    private double[] start = null!;
    private int replicate;

    [Params(6, 18, 50, 100)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        fit = BenchmarkModel.Fit(Items, Items == 18 ? 92 : 300);
        var model = CovarianceModelCompiler.TryCompile(fit.Table, out _)!;
        fitter = new CovarianceFitter(model, CompiledRefit.Units(fit, model));
        catalogue = EffectCatalogue.Of(fit.Table, model.Structural);
        worker = new CompiledRefit(fit, CompiledFit.Of(fit)!, catalogue, SampleSources.Of(fit, ResamplingKind.Nonparametric, 1));
        resampler = new CaseResampler(fit.Sample[0].Cases!.ToRowMajorArray(), Items);
        covariance = new double[Items * Items];
        start = [.. fit.Values];
    }

    [Benchmark(Baseline = true)]
    public FitStatus Compiled()
    {
        Draw();
        return fitter.Fit(covariance, start);
    }

    /// <summary>As a bootstrap fits them, with effects and the room for its results: 256 resamples, of which each is counted.</summary>
    [Benchmark(OperationsPerInvoke = 256)]
    public int SideBySide() => worker.DrawAll(OpenRows.Of(new ReplicateTable(256, catalogue)), 1).Count();

    [Benchmark]
    public FitResult General()
    {
        Draw();
        var sample = SampleMoments.OfCovariance(fit.Table.ObservedVariables, MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(Items, Items, covariance), resampler.Count, divisor: Divisor.Count);
        return fit.Table.Fit(sample, fit.Options with { StartingValues = start });
    }

    // Always the same 256 resamples, so that both paths fit the same.
    private void Draw()
    {
        stream.Restart(1, replicate++ & 255);
        resampler.Draw(stream, covariance, resampler.Count);
    }
}
