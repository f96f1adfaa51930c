using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
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

    /// <summary>Two to four factors of three or four items, paths at random from earlier to later factors, some residual covariances.</summary>
    private sealed record RandomModel(string Syntax, string[] Items, double[,] Cases)
    {
        public static RandomModel Draw(int seed)
        {
            var stream = RandomStream.For(seed, 0);
            var sizes = Enumerable.Range(0, 2 + stream.NextInteger(3)).Select(_ => 3 + stream.NextInteger(2)).ToArray();
            var paths = Enumerable.Range(0, sizes.Length).Select(to => Enumerable.Range(0, to).Where(_ => stream.NextInteger(3) > 0).ToArray()).ToArray();
            var hasTie = stream.NextInteger(2) == 0;
            var items = sizes.SelectMany((size, f) => Enumerable.Range(1, size).Select(k => $"x{f}{k}")).ToArray();
            return new(Text(sizes, paths, hasTie), items, Data(stream, sizes, paths, hasTie, 150 + stream.NextInteger(300)));
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
