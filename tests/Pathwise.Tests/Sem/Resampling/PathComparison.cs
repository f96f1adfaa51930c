using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

/// <summary>Fits the same samples by compiled code, side by side and one after the other, and by the general path.</summary>
internal static class PathComparison
{
    /// <summary>How many samples converged on all three.</summary>
    public static int Compare(FitResult fit, ResamplingKind kind, int replicates, double tolerance = 2e-6, long seed = 18)
    {
        var model = CompiledFit.Of(fit);
        var (catalogue, others) = (Bootstrapping.Catalogue(fit, model?.Model), Bootstrapping.Catalogue(fit, null));
        Assert.Equal(others.Effects.Select(effect => effect.Name), catalogue.Effects.Select(effect => effect.Name));
        var compiled = Compiled(fit, model, kind, catalogue);
        var general = new FullRefit(fit, others, Sources(fit, kind));
        var (one, two, side) = (new ReplicateTable(replicates, catalogue), new ReplicateTable(replicates, others), new ReplicateTable(replicates, catalogue));
        Assert.Equal(Enumerable.Range(0, replicates), compiled.DrawAll(OpenRows.Of(side), seed).Order());
        for (var i = 0; i < replicates; i++)
        {
            one.Finish(i, compiled.Draw(RandomStream.For(seed, i), one.Row(i)), compiled.Discrepancy, compiled.Marks);
            two.Finish(i, general.Draw(RandomStream.For(seed, i), two.Row(i)), general.Discrepancy, general.Marks);
        }

        var left = LeftOut(fit, kind, compiled, general, catalogue);
        return Converged(two, one, tolerance, fit) + Converged(two, side, tolerance, fit) + (left is { } pair ? Converged(pair.General, pair.Compiled, tolerance, fit) : 0);
    }

    private static SampleSource[] Sources(FitResult fit, ResamplingKind kind) => [.. fit.Sample.Select((_, g) => SampleSources.Of(fit, kind, g + 1))];

    private static ReplicateWorker Compiled(FitResult fit, CompiledFit? model, ResamplingKind kind, EffectCatalogue catalogue)
    {
        if (model is not null)
            return new CompiledRefit(fit, model, catalogue, Sources(fit, kind));
        var groups = CompiledGroups.TryCompile(fit, out var whyNot);
        Assert.True(groups is not null, $"The model is not on the compiled path: {whyNot}.");
        if (fit.Table.OrderedVariables.Count > 0)
            return new OrderedRefit(fit, groups, catalogue, Sources(fit, kind));
        return new GroupedRefit(fit, groups, catalogue, Sources(fit, kind));
    }

    private static (ReplicateTable General, ReplicateTable Compiled)? LeftOut(
        FitResult fit, ResamplingKind kind, ReplicateWorker compiled, ReplicateWorker general, EffectCatalogue catalogue)
    {
        if (kind != ResamplingKind.Nonparametric)
            return null;
        var (one, two) = (new ReplicateTable(fit.CaseCount, catalogue), new ReplicateTable(fit.CaseCount, catalogue));
        int[] omitted = [0, 1, fit.CaseCount / 2, fit.CaseCount - 2, fit.CaseCount - 1];
        foreach (var row in omitted)
            two.Finish(row, general.LeaveOut(row, two.Row(row)), general.Discrepancy, general.Marks);
        Assert.Equal(omitted, compiled.LeaveOutAll(new OpenRows(one, omitted)).Order());
        return (two, one);
    }

    private static int Converged(ReplicateTable expected, ReplicateTable actual, double tolerance, FitResult fit)
    {
        var count = 0;
        for (var i = 0; i < expected.Count; i++)
        {
            if (!expected.IsDone(i))
                continue;

            // The paths step differently, so that in a sample almost without a minimum one may give up where the other finds it.
            if (IsSearchGivenUp(expected.Status(i)) || IsSearchGivenUp(actual.Status(i)))
                continue;
            Assert.True(expected.Status(i) == actual.Status(i), $"{i}: {expected.Status(i)} on the general path, {actual.Status(i)} compiled");
            if (!expected.Status(i).HasConverged())
                continue;
            Assert.Equal(expected.Marks(i), actual.Marks(i));
            count++;
            Assert.Equal(expected.Discrepancy(i), actual.Discrepancy(i), 1e-9);
            AssertClose(Numbers(expected, i), Numbers(actual, i), tolerance, $"sample {i} of {fit.Table.FreeCount} parameters");
        }

        return count;
    }

    private static bool IsSearchGivenUp(FitStatus status) => status is FitStatus.TooManyIterations or FitStatus.NoDescent or FitStatus.UnitLost;

    private static void AssertClose(double[] expected, double[] actual, double tolerance, string where)
    {
        for (var k = 0; k < expected.Length; k++)
        {
            Assert.True(
                expected[k].Equals(actual[k]) || Math.Abs(expected[k] - actual[k]) <= tolerance * (1 + Math.Abs(expected[k])),
                $"{where}, number {k}: {expected[k]:R} on the general path, {actual[k]:R} compiled");
        }
    }

    private static double[] Numbers(ReplicateTable table, int row)
    {
        var estimates = table.Row(row);
        return [.. estimates.Values, .. estimates.Effects, .. estimates.Standardized, .. estimates.Arguments];
    }
}
