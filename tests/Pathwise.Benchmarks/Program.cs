using BenchmarkDotNet.Running;
using Pathwise.Benchmarks;

// `peers FOLDER` is called by tests/peers/run, `missing` times incomplete data, `coverage` writes what COVERAGE.md quotes; anything else are BenchmarkDotNet's own arguments.
if (args is ["peers", var folder])
    PeerTiming.Run(folder);
else if (args is ["missing"])
    MissingDataTiming.Run();
else if (args is ["coverage", var data, .. var rest])
    CoverageStudy.Run(data, rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 1000);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
