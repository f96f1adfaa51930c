using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class BootstrapFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Path => System.IO.Path.Combine(folder, "draws.bootstrap");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1, 16)]
    [InlineData(2, 1)]
    [InlineData(16, 2)]
    public void Bootstrap_InterruptedSavedAndResumedByAnotherProcess_GivesTheSameBits(int before, int after)
    {
        var options = new BootstrapOptions { Seed = 18, Replicates = 300, Rule = ImproperRule.Redraw, HasJackknife = true };
        using var source = new CancellationTokenSource();
        var partial = Fit().Bootstrap(options with { Threads = before }, progress: new Stop(source), cancellation: source.Token);
        Assert.False(partial.IsComplete);
        Assert.InRange(partial.Drawn, 64, 299);
        partial.Save(Path);

        // Another process has a fit of its own, made from the same data.
        var fit = Fit();
        var resumed = fit.Bootstrap(options with { Threads = after }, fit.ReadBootstrap(Path));
        Assert.True(resumed.IsComplete);
        AssertSame(Fit().Bootstrap(options), resumed);
    }

    [Fact]
    public void ReadBootstrap_OfACompleteRun_HasItsBitsUnderEveryRule()
    {
        var whole = Fit().Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 60, Rule = ImproperRule.Redraw, HasJackknife = true });
        whole.Under(ImproperRule.Keep).Save(Path);
        var read = Fit().ReadBootstrap(Path);
        foreach (var rule in new[] { ImproperRule.Keep, ImproperRule.Drop, ImproperRule.Redraw })
            AssertSame(whole.Under(rule), read.Under(rule));
    }

    [Fact]
    public void Bootstrap_MoreReplicatesThanTheFileHas_CarriesOn()
    {
        var fit = Fit();
        fit.Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 40 }).Save(Path);
        var options = new BootstrapOptions { Seed = 3, Replicates = 90 };
        AssertSame(fit.Bootstrap(options), fit.Bootstrap(options, fit.ReadBootstrap(Path)));
    }

    [Fact]
    public void ReadBootstrap_AnyByteChanged_IsRefused()
    {
        var fit = Fit();
        fit.Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 4 }).Save(Path);
        var bytes = File.ReadAllBytes(Path);
        for (var place = 0; place < bytes.Length; place += 97)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[place] ^= 1;
            File.WriteAllBytes(Path, damaged);
            Assert.Throws<InputException>(() => fit.ReadBootstrap(Path));
        }

        File.WriteAllBytes(Path, bytes[..^1]);
        Assert.Contains("damaged", Assert.Throws<InputException>(() => fit.ReadBootstrap(Path)).Message, StringComparison.Ordinal);
        File.WriteAllText(Path, "x,y\n1,2\n");
        Assert.Contains("is not a bootstrap", Assert.Throws<InputException>(() => fit.ReadBootstrap(Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadBootstrap_ForgedUnderAChecksumThatHolds_IsReadOrRefusedInOneLine()
    {
        var fit = Fit();
        fit.Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 4, Rule = ImproperRule.Redraw, HasJackknife = true }).Save(Path);
        var bytes = File.ReadAllBytes(Path);
        var stream = RandomStream.For(8, 1);
        var refused = 0;
        for (var i = 0; i < 400; i++)
        {
            // Mostly the first numbers after the fingerprint, which say how much there is; also cut short, and lengthened.
            var forged = stream.NextInteger(4) == 0 ? bytes[..^(33 + stream.NextInteger(bytes.Length - 120))].Concat(bytes[^32..]).ToArray() : (byte[])bytes.Clone();
            var place = stream.NextInteger(2) == 0 ? 53 + stream.NextInteger(30) : 53 + stream.NextInteger(forged.Length - 85);
            if (place < forged.Length - 32)
                forged[place] = (byte)stream.NextInteger(256);
            System.Security.Cryptography.SHA256.HashData(forged.AsSpan(0, forged.Length - 32)).CopyTo(forged.AsSpan(forged.Length - 32));
            File.WriteAllBytes(Path, forged);
            var problem = Record.Exception(() => fit.ReadBootstrap(Path));
            Assert.True(problem is null or InputException, $"{i}: {problem}");
            Assert.DoesNotContain("\n", problem?.Message ?? "", StringComparison.Ordinal);
            refused += problem is null ? 0 : 1;
        }

        Assert.InRange(refused, 100, 400);
    }

    [Fact]
    public void ReadBootstrap_OfAnotherVersion_IsNamedAsSuch()
    {
        File.WriteAllBytes(Path, [.. "pathwise bootstrap 1\n"u8, .. new byte[100]]);
        Assert.Contains("another version", Assert.Throws<InputException>(() => Fit().ReadBootstrap(Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadBootstrap_OfAnotherFit_IsRefused()
    {
        Fit().Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 4 }).Save(Path);
        FitResult[] others =
        [
            Fit(seed: 4),
            Simulated.Table(Simulated.StudyLike.Replace("con ~ b*col", "con ~ b*col\nc1 ~~ c2", StringComparison.Ordinal)).Fit(BootstrappingTests.Sample(Simulated.StudyCases(92, 3), 18)),
            Simulated.Table(Simulated.StudyLike).Fit(BootstrappingTests.Sample(Simulated.StudyCases(92, 3), 18), new EstimationOptions { Likelihood = Likelihood.Wishart }),
        ];
        foreach (var other in others)
            Assert.Contains("of another fit", Assert.Throws<InputException>(() => other.ReadBootstrap(Path)).Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => Fit().ReadBootstrap(Path + ".missing"));
    }

    [Fact]
    public void Bootstrap_ResumedForAnotherSeedOrKind_IsRefusedAndSaysBoth()
    {
        var fit = Fit();
        fit.Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 4 }).Save(Path);
        var earlier = fit.ReadBootstrap(Path);
        var mistake = Assert.Throws<InputException>(() => fit.Bootstrap(new BootstrapOptions { Seed = 4, Replicates = 4 }, earlier));
        Assert.Equal("The bootstrap to resume is nonparametric with seed 3, the one asked for nonparametric with seed 4.", mistake.Message);
        Assert.Throws<InputException>(() => fit.Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 4, Kind = ResamplingKind.Parametric }, earlier));
    }

    [Fact]
    public void Save_WhereNothingCanBeWritten_IsRefusedAndLeavesNothing()
    {
        var result = Fit().Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 2 });
        Assert.Throws<InputException>(() => result.Save(System.IO.Path.Combine(folder, "none", "draws")));
        result.Save(Path);
        Assert.Equal([Path], Directory.GetFiles(folder));
    }

    private static FitResult Fit(long seed = 3) => Simulated.Table(Simulated.StudyLike).Fit(BootstrappingTests.Sample(Simulated.StudyCases(92, seed), 18));

    private static void AssertSame(BootstrapResult expected, BootstrapResult actual)
    {
        Assert.Equal(expected.ChiSquares(), actual.ChiSquares());
        Assert.Equal(expected.Failures, actual.Failures);
        for (var j = 0; j < expected.Fit.Values.Count; j++)
            Assert.Equal(expected.Draws(j), actual.Draws(j));
        for (var k = 0; k < expected.Effects.Count; k++)
        {
            Assert.Equal(expected.Draws(k, false), actual.Draws(k, false));
            Assert.Equal(expected.Draws(k, true), actual.Draws(k, true));
            Assert.Equal(expected.LeftOut(k, true), actual.LeftOut(k, true));
        }
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<BootstrapProgress>
    {
        public void Report(BootstrapProgress value) => source.Cancel();
    }
}
