using BenchmarkDotNet.Running;
using Pathwise.Benchmarks;

// `peers FOLDER` is called by tests/peers/run, `missing` times incomplete data, `fit-tests` tests of fit by eigenvalues, `ordinal FILE` polychoric correlations, `influence` the search for influential cases, `coverage` and `ordinal-coverage` write what COVERAGE.md quotes,
// `moderation` what LATENT-MODERATION.md does, `bounds` the table of docs/bounds-and-ridge.md, `multiverse` what MULTIVERSE.md does, `universes PLAN [KEYS]` times the universes of a plan, and
// `flagging` what docs/influence.md does; anything else are BenchmarkDotNet's own arguments.
if (args is ["peers", var folder])
    PeerTiming.Run(folder);
else if (args is ["fit-tests"])
    FitTestTiming.Run();
else if (args is ["missing"])
    MissingDataTiming.Run();
else if (args is ["influence", .. var threads])
    InfluenceTiming.Run(threads.Length > 0 ? int.Parse(threads[0], System.Globalization.CultureInfo.InvariantCulture) : 2);
else if (args is ["flagging", .. var count])
    FlaggingStudy.Run(count.Length > 0 ? int.Parse(count[0], System.Globalization.CultureInfo.InvariantCulture) : 500);
else if (args is ["multiverse", .. var counts])
    MultiverseStudy.Run(counts.Length > 0 ? int.Parse(counts[0], System.Globalization.CultureInfo.InvariantCulture) : 500, 299, 2, counts.Length > 1 ? int.Parse(counts[1], System.Globalization.CultureInfo.InvariantCulture) : null);
else if (args is ["universes", var plan])
    UniverseTiming.Run(plan);
else if (args is ["universes", var crossed, var keys])
    UniverseTiming.Run(crossed, keys);
else if (args is ["ordinal", var answers, .. var models])
    OrdinalTiming.Run(answers, models.Length > 0 ? models[0] : null);
else if (args is ["ordinal-coverage", var folderOfData, .. var samples])
    OrdinalCoverageStudy.Run(folderOfData, samples.Length > 0 ? int.Parse(samples[0], System.Globalization.CultureInfo.InvariantCulture) : 500);
else if (args is ["moderation", .. var sets])
    ModerationStudy.Run(sets.Length > 0 ? int.Parse(sets[0], System.Globalization.CultureInfo.InvariantCulture) : 500, sets.Length > 1 ? int.Parse(sets[1], System.Globalization.CultureInfo.InvariantCulture) : 500);
else if (args is ["bounds", var boundsData, var ofEach, .. var cases])
    BoundsStudy.Run(boundsData, int.Parse(ofEach, System.Globalization.CultureInfo.InvariantCulture), [.. cases.Select(count => int.Parse(count, System.Globalization.CultureInfo.InvariantCulture))]);
else if (args is ["coverage", var data, .. var rest])
    CoverageStudy.Run(data, rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 1000);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
