using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class RandomModelsTests
{
    [Fact]
    public void FastAndGeneralFit_OfRandomModels_Agree()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var drawn = RandomModel.Draw(seed);
            var general = ModelSpecification.Parse(drawn.Syntax).Fit(DataTable.Of(drawn.Items, drawn.Cases));
            Assert.True(general.HasConverged, $"Seed {seed}: {drawn.Syntax}");
            Assert.Equal(drawn.Items, general.Table.ObservedVariables);

            var fitter = new CovarianceFitter(CovarianceModelCompiler.TryCompile(general.Table, out var whyNot) ?? throw new InvalidOperationException(whyNot));
            var status = fitter.Fit(Simulated.Covariance([.. drawn.Cases.Cast<double>()], drawn.Items.Length));
            Assert.True(status.HasConverged(), $"Seed {seed}: {status}, {drawn.Syntax}");
            Assert.Equal(general.Discrepancy, fitter.Discrepancy, 1e-9);
            Assert.All(general.Values.Zip(fitter.Values.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * (1 + Math.Abs(pair.First))));
        }
    }

    [Fact]
    public void BootstrapAndGeneralFit_OfRandomModels_Agree()
    {
        // Small samples, so that some resamples are improper; residual covariances and feedback loops among the models.
        var (compared, improper, loops) = (0, 0, 0);
        for (var seed = 101; seed <= 140; seed++)
        {
            var drawn = RandomModel.Draw(seed, 70, hasLoop: seed % 4 == 0);
            var fit = ModelSpecification.Parse(drawn.Syntax).Fit(DataTable.Of(drawn.Items, drawn.Cases));
            if (!fit.HasConverged)
                continue;
            Assert.NotNull(CompiledRefit.Compile(fit));
            var result = fit.Bootstrap(new BootstrapOptions { Seed = seed, Replicates = 10 });
            for (var i = 0; i < 10; i++)
            {
                var general = fit.Table.Fit(Resample(fit, seed, i), fit.Options with { StartingValues = fit.Values });
                if (!general.HasConverged || result.Status(i)?.HasConverged() != true)
                    continue;
                Assert.Equal(general.Discrepancy, result.First.Discrepancy(i), 1e-8);
                Assert.All(general.Values.Zip(result.Values(i).ToArray()), pair => Assert.True(
                    Math.Abs(pair.First - pair.Second) <= 1e-6 * (1 + Math.Abs(pair.First)), $"{seed}, {i}: {pair}\n{drawn.Syntax}"));
                (compared, improper, loops) = (compared + 1, improper + (result.Status(i)!.Value.IsImproper() ? 1 : 0), loops + (seed % 4 == 0 ? 1 : 0));
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{compared} compared, {improper} improper, {loops} of models with a loop");
        Assert.InRange(compared, 340, 400);
        Assert.InRange(improper, 10, 250);
        Assert.InRange(loops, 50, 100);
    }

    private static SampleMoments Resample(FitResult fit, long seed, int replicate)
    {
        var cases = fit.Sample[0].Cases!;
        var drawn = Bootstrapping.Cases(seed, replicate, cases.RowCount);
        var rows = Matrix<double>.Build.Dense(cases.RowCount, cases.ColumnCount, (i, j) => cases[drawn[i], j]);
        return SampleMoments.OfCases(fit.Sample[0].Names, rows, fit.Sample[0].Divisor);
    }

    /// <summary>Two to four factors of three or four items, paths at random from earlier to later factors, some residual covariances; with a loop the last two of four cause each other.</summary>
    private sealed record RandomModel(string Syntax, string[] Items, double[,] Cases)
    {
        public static RandomModel Draw(int seed, int? cases = null, bool hasLoop = false)
        {
            var stream = RandomStream.For(seed, 0);
            if (hasLoop)
                return Loop(stream, cases ?? 300);
            var sizes = Enumerable.Range(0, 2 + stream.NextInteger(3)).Select(_ => 3 + stream.NextInteger(2)).ToArray();
            var paths = Enumerable.Range(0, sizes.Length).Select(to => Enumerable.Range(0, to).Where(_ => stream.NextInteger(3) > 0).ToArray()).ToArray();
            var hasTie = stream.NextInteger(2) == 0;
            var items = sizes.SelectMany((size, f) => Enumerable.Range(1, size).Select(k => $"x{f}{k}")).ToArray();
            return new(Text(sizes, paths, hasTie), items, Data(stream, sizes, paths, hasTie, cases ?? (150 + stream.NextInteger(300))));
        }

        // Each of the two has an instrument of its own.
        private static RandomModel Loop(RandomStream stream, int n)
        {
            int[] sizes = [3, 3, 3, 3];
            var items = sizes.SelectMany((size, f) => Enumerable.Range(1, size).Select(k => $"x{f}{k}")).ToArray();
            var syntax = Text(sizes, [[], [], [0, 3], [1, 2]], hasTie: false);
            var data = new double[n, 12];
            for (var i = 0; i < n; i++)
            {
                double first = stream.NextNormal(), second = stream.NextNormal();
                double third = (0.6 * first) + (0.6 * stream.NextNormal()), fourth = (0.6 * second) + (0.6 * stream.NextNormal());
                double[] factors = [first, second, (third + (0.3 * fourth)) / 0.91, (fourth + (0.3 * third)) / 0.91];
                for (var column = 0; column < 12; column++)
                    data[i, column] = ((0.8 + (0.1 * (column % 3))) * factors[column / 3]) + (0.5 * stream.NextNormal());
            }

            return new(syntax, items, data);
        }

        private static string Text(int[] sizes, int[][] paths, bool hasTie) => string.Join('\n',
        [
            .. sizes.Select((size, f) => $"f{f} =~ {string.Join(" + ", Enumerable.Range(1, size).Select(k => $"x{f}{k}"))}"),
            .. paths.SelectMany((causes, to) => causes.Select(from => $"f{to} ~ f{from}")),
            .. hasTie ? new[] { "x01 ~~ x11" } : [],
        ]);

        private static double[,] Data(RandomStream stream, int[] sizes, int[][] paths, bool hasTie, int n)
        {
            var cases = new double[n, sizes.Sum()];
            for (var i = 0; i < n; i++)
            {
                var factors = new double[sizes.Length];
                var shared = hasTie ? 0.3 * stream.NextNormal() : 0;
                for (int f = 0, column = 0; f < sizes.Length; f++)
                {
                    factors[f] = (0.8 * stream.NextNormal()) + paths[f].Sum(cause => 0.4 * factors[cause]);
                    for (var k = 0; k < sizes[f]; k++, column++)
                        cases[i, column] = ((0.7 + (0.1 * k)) * factors[f]) + (0.6 * stream.NextNormal()) + (k == 0 && f < 2 ? shared : 0);
                }
            }

            return cases;
        }
    }
}
