using Pathwise.Numerics;
using Pathwise.Sem.Categorical;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class PolychoricTableTests
{
    // Tables of all kinds of counts, some of them with empty rows of cells, correlations of both signs and nearly one.
    [Fact]
    public void Search_OfAnyTable_FindsTheMaximumOfTheLikelihood()
    {
        var (table, found) = (new PolychoricTable(7, 7), 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var (one, other) = Random(table, seed);
            table.Take(EmptyCellRule.None);
            var (correlation, outcome) = CorrelationSearch.Maximize(table, table.ProductMoment());
            if (outcome == CorrelationOutcome.AtBound)
                continue;
            var top = LogLikelihood(table.Counts, one, other, correlation);
            foreach (var beside in new[] { correlation - 1e-4, correlation + 1e-4 })
                Assert.True(!(LogLikelihood(table.Counts, one, other, beside) > top), $"{seed}: {correlation:R}");
            Assert.True(Math.Abs(table.At(correlation).Slope) <= 1e-10 * -table.At(correlation).Curvature, $"{seed}: {correlation:R}, {outcome}, {table.At(correlation)}");
            found++;
        }

        Assert.InRange(found, 50, 60);
    }

    // The influence function itself: what a case more of a cell, weighing little, moves the correlation by, thresholds and all.
    [Fact]
    public void Variance_IsThatOfWhatCasesMoveTheCorrelationBy()
    {
        var table = new PolychoricTable(4, 3);
        int[] counts = [30, 12, 4, 20, 25, 9, 8, 22, 14, 1, 7, 18];
        var (one, other) = Fill(table, counts, 4, 3);
        table.Take(EmptyCellRule.None);
        var (rho, _) = CorrelationSearch.Maximize(table, 0);
        table.Influence(rho);
        int[] rows = [.. Enumerable.Range(0, 12).Select(i => i / 3)], columns = [.. Enumerable.Range(0, 12).Select(i => i % 3)];
        var influence = new double[12];
        table.WriteInfluence(rows, columns, influence);
        Assert.Equal(0, influence.Zip(counts, (each, count) => each * count).Sum(), 1e-13);
        Assert.Equal(one.Cases * influence.Zip(counts, (each, count) => each * each * count).Sum(), table.AsymptoticVariance(), 1e-10);
        Assert.Equal(170, other.Cases);
    }

    [Fact]
    public void Tables_OneAfterTheOther_AllocateNothing()
    {
        var table = new PolychoricTable(5, 5);
        var (one, other) = Fill(table, [9, 2, 0, 1, 3, 8, 4, 0, 0, 2, 7, 3, 0, 1, 6, 4], 4, 4);
        Solve();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
            Solve();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Solve()
        {
            table.Take(EmptyCellRule.ShareOfCells);
            table.Influence(CorrelationSearch.Maximize(table, table.ProductMoment()).Correlation);
            Assert.True(table.AsymptoticVariance() > 0 && one.Count == other.Count);
        }
    }

    private static (CategoryScale One, CategoryScale Other) Random(PolychoricTable table, int seed)
    {
        var stream = RandomStream.For(seed, 0);
        var (rows, columns, rho) = (2 + stream.NextInteger(6), 2 + stream.NextInteger(6), (1.9 * stream.NextUniform()) - 0.95);
        var counts = new int[rows * columns];
        for (var i = 0; i < 92; i++)
        {
            var (x, y) = (stream.NextNormal(), stream.NextNormal());
            var other = (rho * x) + (Math.Sqrt(1 - (rho * rho)) * y);
            counts[(Cut(x, rows) * columns) + Cut(other, columns)]++;
        }

        return Fill(table, [.. counts], rows, columns);
    }

    private static int Cut(double response, int categories) => Math.Min(categories - 1, (int)(categories * NormalDistribution.Cdf(response)));

    // Categories that nobody chose are left out.
    private static (CategoryScale One, CategoryScale Other) Fill(PolychoricTable table, int[] counts, int rows, int columns)
    {
        int[] kept = [.. Enumerable.Range(0, rows).Where(a => Enumerable.Range(0, columns).Any(b => counts[(a * columns) + b] > 0))];
        int[] across = [.. Enumerable.Range(0, columns).Where(b => Enumerable.Range(0, rows).Any(a => counts[(a * columns) + b] > 0))];
        var (one, other) = (new CategoryScale(kept.Length), new CategoryScale(across.Length));
        one.Take([.. kept.Select(a => across.Sum(b => counts[(a * columns) + b]))]);
        other.Take([.. across.Select(b => kept.Sum(a => counts[(a * columns) + b]))]);
        table.Begin(one, other);
        for (var i = 0; i < table.Counts.Length; i++)
            table.Counts[i] = counts[(kept[i / across.Length] * columns) + across[i % across.Length]];
        return (one, other);
    }

    private static double LogLikelihood(ReadOnlySpan<int> counts, CategoryScale one, CategoryScale other, double rho)
    {
        double Corner(int a, int b) => BivariateNormal.Cdf(Limit(one, a), Limit(other, b), rho);
        double sum = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var (a, b) = (i / other.Count, i % other.Count);
            if (counts[i] > 0)
                sum += counts[i] * Math.Log(Corner(a, b) - Corner(a - 1, b) - Corner(a, b - 1) + Corner(a - 1, b - 1));
        }

        return sum;
    }

    private static double Limit(CategoryScale scale, int c) =>
        c < 0 ? double.NegativeInfinity : c < scale.Count - 1 ? scale.Thresholds[c] : double.PositiveInfinity;
}
