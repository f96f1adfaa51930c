using BenchmarkDotNet.Running;
using Pathwise.Benchmarks;

// `peers FOLDER` is called by tests/peers/run; anything else are BenchmarkDotNet's own arguments.
if (args is ["peers", var folder])
    PeerTiming.Run(folder);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
