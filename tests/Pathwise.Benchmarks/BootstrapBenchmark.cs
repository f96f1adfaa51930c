using BenchmarkDotNet.Attributes;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Benchmarks;

/// <summary>A bootstrap with BCa intervals of every effect, as a user calls it.</summary>
[MemoryDiagnoser]
public class BootstrapBenchmark
{
    private FitResult fit = null!;

    [Params(6, 18, 50)]
    public int Items { get; set; }

    [Params(92, 500)]
    public int Cases { get; set; }

    [Params(1000, 5000)]
    public int Replicates { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup() => fit = BenchmarkModel.Fit(Items, Cases);

    [Benchmark]
    public IReadOnlyList<EffectEstimate> Bootstrap() => fit.EstimateEffects(
        new EffectOptions { Kinds = [IntervalKind.BcA] },
        fit.Bootstrap(new BootstrapOptions { Seed = 1, Replicates = Replicates, Threads = Threads, HasJackknife = true }));
}
