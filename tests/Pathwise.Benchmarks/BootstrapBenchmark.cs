using BenchmarkDotNet.Attributes;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Benchmarks;

/// <summary>A bootstrap with BCa intervals of every effect, as a user calls it.</summary>
[MemoryDiagnoser]
public class BootstrapBenchmark
{
    private FitResult fit = null!;

    /// <summary>One measure is varied at a time: items (and with them parameters), cases, replicates, threads.</summary>
    public static IEnumerable<Scenario> Scenarios =>
    [
        new(6, 300, 200, 1), new(18, 300, 200, 1), new(50, 300, 200, 1), new(100, 300, 200, 1),
        new(18, 92, 500, 1), new(18, 1000, 500, 1), new(18, 92, 5000, 1), new(18, 92, 5000, 2),
    ];

    [ParamsSource(nameof(Scenarios))]
    public Scenario Size { get; set; } = null!;

    [GlobalSetup]
    public void Setup() => fit = BenchmarkModel.Fit(Size.Items, Size.Cases);

    [Benchmark]
    public IReadOnlyList<EffectEstimate> Bootstrap() => fit.EstimateEffects(
        new EffectOptions { Kinds = [IntervalKind.BcA] },
        fit.Bootstrap(new BootstrapOptions { Seed = 1, Replicates = Size.Replicates, Threads = Size.Threads, HasJackknife = true }));

    /// <summary>The size of a bootstrap, shown as items/cases/replicates/threads.</summary>
    public sealed record Scenario(int Items, int Cases, int Replicates, int Threads)
    {
        public override string ToString() => $"{Items}/{Cases}/{Replicates}/{Threads}";
    }
}
